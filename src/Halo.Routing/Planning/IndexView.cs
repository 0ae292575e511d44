namespace Halo.Routing;

/// <summary>How much of the rules the index looked at, in the search for the best rule whose agent had room.</summary>
/// <param name="Candidates">The rules that it offered.</param>
/// <param name="ConditionsChecked">The candidates with conditions that were still to be checked.</param>
/// <param name="Rules">The number of rules.</param>
/// <param name="Unindexed">The rules that every search may meet, because nothing they demand can be looked up.</param>
public sealed record IndexView(int Candidates, int ConditionsChecked, int Rules, int Unindexed);
