using System.Collections.Concurrent;

namespace Halo.Unit;

/// <summary>Keeps what a source reports, in order, for a test to take.</summary>
internal sealed class SourceProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BlockingCollection<object> _reports = [];

    public SourceProbe(RuleSource source)
    {
        source.Changed += (_, change) => _reports.Add(change);
        source.Faulted += (_, fault) => _reports.Add(fault);
    }

    /// <summary>What was reported and not taken yet.</summary>
    public int Count => _reports.Count;

    /// <summary>Waits for the next report, which must be a change.</summary>
    public RuleSetChange NextChange() => Next<RuleSetChange>();

    /// <summary>Waits for the next report, which must be a fault.</summary>
    public RuleSourceFault NextFault() => Next<RuleSourceFault>();

    private T Next<T>()
    {
        Assert.That(_reports.TryTake(out var report, Patience), "The source reported nothing.");
        Assert.That(report, Is.TypeOf<T>());
        return (T)report!;
    }
}
