namespace Halo.Rules;

/// <summary>A rule filed under a key: what is left to check when the key was found.</summary>
/// <param name="Rank">The rule's place in the order.</param>
/// <param name="Target">Its agent's target number.</param>
/// <param name="Residual">The conditions that the key does not express; null when there are none.</param>
internal readonly record struct RuleEntry(int Rank, int Target, ConditionMatcher? Residual);
