namespace Halo.Scheduling;

/// <summary>Makes schedules shorter by search.</summary>
public static class ScheduleImprover
{
    /// <summary>Searches for a shorter schedule for a time.</summary>
    /// <param name="schedule">Where to begin.</param>
    /// <param name="timeBudget">How long to search, more than zero.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="progress">Told of every better makespan, and about ten times a second; from any thread, one call at a time.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <inheritdoc cref="Improve(Schedule, ImproveOptions, IProgress{ImproveProgress}, CancellationToken)"/>
    public static Schedule Improve(
        this Schedule schedule, TimeSpan timeBudget, int seed = 1, IProgress<ImproveProgress>? progress = null, CancellationToken cancellationToken = default) =>
        schedule.Improve(new ImproveOptions { TimeBudget = timeBudget, Seed = seed }, progress, cancellationToken);

    /// <summary>
    /// Searches for a shorter schedule: tasks change places on their slots and, as far as the selection allows, their
    /// agents. With <see cref="AgentSelection.FirstRule"/> and <see cref="AgentSelection.Balanced"/> every task keeps its
    /// agent, and under <see cref="CapacityMode.WholeGraph"/> too; with <see cref="AgentSelection.Cheapest"/> no task
    /// costs more. Ends early when the makespan reaches the lower bound, and when it is cancelled: then too the best schedule
    /// so far is returned. Never a longer one.
    /// </summary>
    /// <param name="schedule">Where to begin.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told of every better makespan, and about ten times a second; from any thread, one call at a time.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <returns>The best schedule found; the given one when none is shorter.</returns>
    /// <exception cref="ArgumentException">An option is out of its range; the exception names every such option.</exception>
    public static Schedule Improve(
        this Schedule schedule, ImproveOptions options, IProgress<ImproveProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(options);
        OptionFault.ThrowIfAny(options.Faults());
        if (schedule.MakespanSeconds <= schedule.LowerBoundSeconds || cancellationToken.IsCancellationRequested) return schedule;

        var model = new ImprovementModel(schedule);
        var start = ImprovementPlaces.From(schedule, model);
        var race = new SearchRace(options, schedule, progress, cancellationToken);
        var searches = new MemeticSearch[options.Searches];
        for (var i = 0; i < searches.Length; i++) searches[i] = new MemeticSearch(model, start, unchecked((options.Seed * 397) + i));

        // Threads of their own: a busy thread pool would let one search wait until the time of all is over.
        Task.WaitAll([.. searches.Select(search => Task.Factory.StartNew(
            () => race.Run(search), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))], CancellationToken.None);
        var best = searches.OrderBy(search => search.Best.Makespan).ThenBy(search => search.FoundAfter).First().Best;
        return best.Makespan < schedule.MakespanSeconds ? ImprovementPlaces.ToSchedule(schedule, model, best) : schedule;
    }
}
