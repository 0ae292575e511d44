namespace Halo.MutationRunner;

/// <summary>Counts of mutants.</summary>
internal sealed record Score(int Killed, int TimedOut, int Survived, int NotReached, int Refused)
{
    /// <summary>The mutants that some test noticed.</summary>
    public int Noticed => Killed + TimedOut;

    /// <summary>The mutants that count.</summary>
    public int All => Noticed + Survived + NotReached;

    /// <summary>The share that was noticed, in percent; 100 when there are none.</summary>
    public double Percent => All == 0 ? 100 : 100.0 * Noticed / All;

    public static Score Of(IEnumerable<Mutant> mutants, IReadOnlyDictionary<int, Outcome> outcomes)
    {
        var list = mutants.ToList();
        var verdicts = list.Where(mutant => mutant.IsJudged).CountBy(mutant => outcomes.GetValueOrDefault(mutant.Id)?.Verdict ?? Verdict.NotReached).ToDictionary();
        int Count(Verdict verdict) => verdicts.GetValueOrDefault(verdict);
        return new(Count(Verdict.Killed), Count(Verdict.TimedOut), Count(Verdict.Survived) + Count(Verdict.Waiting), Count(Verdict.NotReached), list.Count(mutant => mutant.IsRefused));
    }
}
