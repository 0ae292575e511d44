namespace Halo.Cli;

/// <summary>
/// How long a run still takes: the time that its schedule has left after what is done, at the pace so far. Where the
/// schedule stands is read from the work done, in planned seconds, so that an order other than the planned one does no harm.
/// </summary>
internal sealed class RunEta
{
    private readonly Schedule _schedule;
    private readonly double[] _finish;
    private readonly double[] _work; // planned seconds of everything that finishes by then
    private double _before;
    private double _done;

    public RunEta(Schedule schedule)
    {
        _schedule = schedule;
        ScheduledTask[] tasks = [.. schedule.Tasks.OrderBy(task => task.Finish.TotalSeconds)];
        _finish = Array.ConvertAll(tasks, task => task.Finish.TotalSeconds);
        _work = new double[tasks.Length];
        var sum = 0.0;
        for (var i = 0; i < tasks.Length; i++) _work[i] = sum += SecondsOf(tasks[i]);
    }

    /// <summary>A task ended.</summary>
    /// <param name="task">Its id.</param>
    /// <param name="earlier">Whether it ended in an earlier part of the run, which says nothing of the pace of this one.</param>
    public void End(string task, bool earlier)
    {
        if (!_schedule.Graph.TryGetIndex(task, out var index) || !_schedule.IsScheduled(index)) return;
        var planned = _schedule[task];
        if (earlier) _before += SecondsOf(planned);
        _done += SecondsOf(planned);
    }

    /// <summary>The time left; null before anything has ended.</summary>
    public TimeSpan? Left(TimeSpan elapsed)
    {
        var (from, now) = (Reached(_before), Reached(_done));
        var seconds = now > from ? (_schedule.Makespan.TotalSeconds - now) * elapsed.TotalSeconds / (now - from) : double.NaN;
        return double.IsNaN(seconds) ? null : TimeSpan.FromSeconds(Math.Clamp(seconds, 0, int.MaxValue));
    }

    private static double SecondsOf(in ScheduledTask task) => (task.Finish - task.Start).TotalSeconds;

    private double Reached(double work)
    {
        var at = Array.BinarySearch(_work, work);
        if (at < 0) at = ~at - 1;
        return at < 0 || _finish.Length == 0 ? 0 : _finish[Math.Min(at, _finish.Length - 1)];
    }
}
