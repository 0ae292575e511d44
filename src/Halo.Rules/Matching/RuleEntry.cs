namespace Halo.Rules;

/// <summary>A rule as a search meets it.</summary>
/// <param name="Key">Its place in the order.</param>
/// <param name="Number">Its number.</param>
/// <param name="Target">Its agent's target number.</param>
/// <param name="Residual">The conditions that the way to it did not decide; null when there are none.</param>
internal readonly record struct RuleEntry(ulong Key, int Number, int Target, ConditionMatcher? Residual);
