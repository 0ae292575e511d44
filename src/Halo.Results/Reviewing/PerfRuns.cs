namespace Halo.Results;

/// <summary>Tests with their runs, as performance tests write them. Immutable.</summary>
public sealed class PerfRuns
{
    private PerfRuns(IReadOnlyList<TestHistory> histories) => Histories = histories;

    /// <summary>How many tests there are.</summary>
    public int Count => Histories.Count;

    internal IReadOnlyList<TestHistory> Histories { get; }

    /// <summary>Reads a results file, or every one in a folder. Without results there are no tests.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="PerfDataException">A file is broken.</exception>
    public static PerfRuns Read(string path) => new(Directory.Exists(path) || File.Exists(path) ? TestHistory.Of(PerfResults.Read(path)) : []);

    /// <summary>The tests whose full names a predicate accepts.</summary>
    /// <param name="test">The predicate.</param>
    public PerfRuns Where(Func<string, bool> test) => new([.. Histories.Where(history => test(history.Test))]);
}
