namespace Halo.Scheduling;

/// <summary>Runs searches side by side until time, moves or the lower bound end them, and reports what they find.</summary>
internal sealed class SearchRace(ImproveOptions options, Schedule schedule, IProgress<ImproveProgress>? progress, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _reporting = new();
    private readonly double _lowerBound = schedule.LowerBoundSeconds;
    private readonly long _began = options.TimeProvider.GetTimestamp();
    private double _makespan = schedule.MakespanSeconds;
    private TimeSpan _reported;
    private long _solvedAfter = long.MaxValue; // moves
    private long _iterations;

    /// <summary>Lets a search make its moves.</summary>
    public void Run(MemeticSearch search)
    {
        const int Batch = 16; // moves between looks at the clock
        for (long made = 0; made < (options.Iterations ?? long.MaxValue) && !IsOver(made);)
        {
            var (more, before) = (Math.Min(Batch, (options.Iterations ?? long.MaxValue) - made), search.Best.Makespan);
            for (var i = 0; i < more; i++) search.Step();
            made += more;
            if (search.Best.Makespan <= _lowerBound * (1 + Schedule.Rounding)) Solve(search.FoundAfter);
            if (progress is not null) Report(search.Best.Makespan, more);
        }
    }

    private void Solve(long after)
    {
        lock (_reporting) _solvedAfter = Math.Min(_solvedAfter, after);
    }

    // A search that reached the bound ends the others only when they have made as many moves: they might have reached it
    // with fewer, and the result may not depend on which thread is faster.
    private bool IsOver(long made) =>
        made >= Volatile.Read(ref _solvedAfter)
        || cancellationToken.IsCancellationRequested
        || (options.TimeBudget is { } budget && options.TimeProvider.GetElapsedTime(_began) >= budget);

    private void Report(double makespan, long moves)
    {
        lock (_reporting)
        {
            _iterations += moves;
            var elapsed = options.TimeProvider.GetElapsedTime(_began);
            if (makespan >= _makespan && elapsed - _reported < Interval) return;
            _makespan = Math.Min(_makespan, makespan);
            _reported = elapsed;
            progress!.Report(new ImproveProgress(TimeSpans.FromSeconds(_makespan), TimeSpans.FromSeconds(_lowerBound), elapsed, _iterations));
        }
    }
}
