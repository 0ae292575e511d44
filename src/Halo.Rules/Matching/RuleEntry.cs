namespace Halo.Rules;

/// <summary>A rule as a search meets it.</summary>
/// <param name="Rank">Its rank in its segment.</param>
/// <param name="Target">Its agent's target number.</param>
/// <param name="Residual">The conditions that the way to it did not decide; null when there are none.</param>
internal readonly record struct RuleEntry(int Rank, int Target, ConditionMatcher? Residual);
