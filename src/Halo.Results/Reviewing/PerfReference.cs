namespace Halo.Results;

/// <summary>What results are compared with: accepted budgets and figures of a baseline file, or results of earlier runs. Immutable.</summary>
public sealed class PerfReference
{
    private PerfReference(PerfBaseline baseline, IReadOnlyList<string> notes) => (Baseline, Notes) = (baseline, notes);

    /// <summary>Knows no test.</summary>
    public static PerfReference None { get; } = new(PerfBaseline.Empty, []);

    /// <summary>What is left out and why, a sentence each: the last line of a results file that is cut off.</summary>
    public IReadOnlyList<string> Notes { get; }

    internal PerfBaseline Baseline { get; }

    /// <summary>Reads a baseline file, or results: a folder, or a file that ends as results do.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="PerfDataException">Something is missing or broken.</exception>
    public static PerfReference Read(string path)
    {
        List<string> notes = [];
        return new PerfReference(PerfBaseline.Load(path, notes), notes);
    }

    /// <summary>Reads a baseline file, and nothing else.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PerfDataException">The file is missing or broken.</exception>
    public static PerfReference ReadBaseline(string path) => new(BaselineFile.Read(path), []);
}
