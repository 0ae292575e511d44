namespace Halo.Results;

/// <summary>Stored results or baselines that cannot be read; every fault is listed.</summary>
public sealed class PerfDataException : Exception
{
    /// <param name="faults">Every fault, each with its file and line.</param>
    public PerfDataException(IReadOnlyList<string> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    /// <summary>Every fault, each with its file and line.</summary>
    public IReadOnlyList<string> Faults { get; }
}
