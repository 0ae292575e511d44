namespace Halo.Rules;

/// <summary>A rule as a search meets it, without a reference: most rules are decided by these 24 bytes alone.</summary>
/// <param name="Rank">Its rank in its segment.</param>
/// <param name="Target">Its agent's target number.</param>
/// <param name="Check">The conditions that the way to it did not decide.</param>
internal readonly record struct RuleEntry(int Rank, int Target, RuleCheck Check);
