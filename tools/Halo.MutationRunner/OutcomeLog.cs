namespace Halo.MutationRunner;

/// <summary>What became of the mutants so far.</summary>
internal sealed class OutcomeLog(string file)
{
    private readonly JsonLines<Outcome> _lines = new(file);

    /// <summary>Its bytes: it grows whenever a mutant runs.</summary>
    public long Length => new FileInfo(file) is { Exists: true } log ? log.Length : 0;

    /// <summary>The last outcome of each mutant that has one.</summary>
    public Dictionary<int, Outcome> Read() =>
        _lines.Read().GroupBy(outcome => outcome.Mutant).Select(outcomes => outcomes.Last()).Where(outcome => outcome.Verdict != Verdict.Undecided).ToDictionary(outcome => outcome.Mutant);

    public void Add(Outcome outcome) => _lines.Add(outcome);
}
