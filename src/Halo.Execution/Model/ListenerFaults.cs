namespace Halo.Execution;

/// <summary>What was thrown by code that only listens to a run. Safe to share between threads.</summary>
internal sealed class ListenerFaults
{
    private const int Most = 100; // a listener that always throws does so for each task

    private readonly Lock _lock = new();
    private readonly List<Exception> _faults = [];

    public IReadOnlyList<Exception> All
    {
        get
        {
            lock (_lock) return [.. _faults];
        }
    }

    public void Add(Exception fault)
    {
        lock (_lock)
        {
            if (_faults.Count < Most) _faults.Add(fault);
        }
    }
}
