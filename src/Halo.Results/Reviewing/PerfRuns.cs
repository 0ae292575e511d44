namespace Halo.Results;

/// <summary>Tests with their runs, as performance tests write them. Immutable.</summary>
public sealed class PerfRuns
{
    private PerfRuns(IReadOnlyList<TestHistory> histories, IReadOnlyList<string> notes) => (Histories, Notes) = (histories, notes);

    /// <summary>How many tests there are.</summary>
    public int Count => Histories.Count;

    /// <summary>What is left out and why, a sentence each: the last line of a results file that is cut off.</summary>
    public IReadOnlyList<string> Notes { get; }

    internal IReadOnlyList<TestHistory> Histories { get; }

    /// <summary>Reads a results file, or every one in a folder. Without results there are no tests.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="PerfDataException">A file is broken.</exception>
    public static PerfRuns Read(string path)
    {
        List<string> notes = [];
        return new PerfRuns(Directory.Exists(path) || File.Exists(path) ? TestHistory.Of(PerfResults.Read(path, notes: notes)) : [], notes);
    }

    /// <summary>The tests whose full names a predicate accepts.</summary>
    /// <param name="test">The predicate.</param>
    public PerfRuns Where(Func<string, bool> test) => new([.. Histories.Where(history => test(history.Test))], Notes);
}
