namespace Halo.Parallelism;

/// <summary>Workers that do the same at one time: the calling thread, and others that are started for it.</summary>
internal sealed class Crew
{
    private readonly object _lock = new(); // waits, which a Lock cannot
    private readonly Action _work;
    private int _working;
    private bool _isClosed;

    private Crew(Action work) => _work = work;

    /// <summary>Does work on several threads, and returns when all of them are done.</summary>
    /// <param name="workers">How many; at least 1.</param>
    /// <param name="method">How those beyond the first are started: by the pool or as threads.</param>
    /// <param name="work">What each does; it returns when there is nothing left to do, and does not throw.</param>
    /// <remarks>Workers that the pool has not started by the time the first is done are not waited for, and do nothing.</remarks>
    public static void Run(int workers, SpawnMethod method, Action work)
    {
        var crew = new Crew(work);
        for (var worker = 1; worker < workers; worker++)
        {
            if (method == SpawnMethod.ThreadPool) ThreadPool.UnsafeQueueUserWorkItem(static crew => crew.Join(), crew, preferLocal: false);
            else new Thread(crew.Join) { IsBackground = true, Name = "halo worker" }.Start();
        }

        work();
        lock (crew._lock)
        {
            crew._isClosed = true;
            while (crew._working > 0) Monitor.Wait(crew._lock);
        }
    }

    private void Join()
    {
        lock (_lock)
        {
            if (_isClosed) return;
            _working++;
        }

        _work();
        lock (_lock)
        {
            if (--_working == 0) Monitor.PulseAll(_lock);
        }
    }
}
