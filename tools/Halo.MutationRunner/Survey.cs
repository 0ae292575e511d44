namespace Halo.MutationRunner;

/// <summary>What the tests take and reach when no mutant is on.</summary>
internal static class Survey
{
    private static readonly TimeSpan LongestNoting = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Runs every test that was not run yet. One that takes far too long ends the process, and another goes on after it.
    /// </summary>
    public static void MeasureTimes(Workspace workspace, double slowest)
    {
        var log = new JsonLines<TestTime>(workspace.Times);
        var known = log.Read().Select(time => time.Name).ToHashSet(StringComparer.Ordinal);
        Run(workspace, log, slowest, name => !known.Contains(name));
    }

    /// <summary>Runs the tests that are quick once more, as the first time included compilation.</summary>
    public static void MeasureTimesAgain(Workspace workspace, double slowest)
    {
        var log = new JsonLines<TestTime>(workspace.Times);
        var times = TestTime.Least(log.Read());
        Run(workspace, log, slowest, name => times.GetValueOrDefault(name, double.MaxValue) <= 2 * slowest);
    }

    /// <summary>
    /// Notes which mutants each test reaches in its first seconds, in a process that has run nothing before. To note them slows a
    /// hot loop a hundredfold, so it ends after a while.
    /// </summary>
    public static void MeasureReach(Workspace workspace, double slowest)
    {
        var (tests, mutants) = MutatedTests.Load(workspace, isCapturing: true);
        var times = TestTime.Least(new JsonLines<TestTime>(workspace.Times).Read());
        var reached = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        HashSet<int> onlyOnce = [];
        HashSet<int> outside = [];
        using var timer = new Timer(_ => mutants.IsCapturing = false);

        // Between tests: the search for tests, setups, and the fields of fixtures.
        void NoteBetween()
        {
            var (between, once) = mutants.Take();
            outside.UnionWith(between);
            onlyOnce.UnionWith(once);
            timer.Change(LongestNoting, Timeout.InfiniteTimeSpan);
        }

        void Note(string name)
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            mutants.IsCapturing = true;
            var (within, once) = mutants.Take();
            onlyOnce.UnionWith(once);
            if (!reached.TryGetValue(name, out var ids)) reached.Add(name, ids = []);
            ids.UnionWith(within);
        }

        tests.Run([.. times.Keys.Where(name => times[name] <= slowest)], new TestEvents { OnStarted = _ => NoteBetween(), OnFinished = (name, _, _) => Note(name) });
        NoteBetween();
        var figures = reached.Select(one => new TestFigures(one.Key, times[one.Key], [.. one.Value.Order()])).OrderBy(one => one.Milliseconds).ToList();
        Workspace.Write(workspace.Reach, new Reach(figures, [.. onlyOnce.Order()], [.. outside.Order()], tests.Broken));
    }

    private static void Run(Workspace workspace, JsonLines<TestTime> log, double slowest, Func<string, bool> isWanted)
    {
        var (tests, _) = MutatedTests.Load(workspace);
        var watchdog = new Watchdog(() => { });
        void Start(string name)
        {
            watchdog.Expect(slowest);
            log.Add(new(name, null));
        }

        void Finish(string name, double seconds, bool passed)
        {
            watchdog.Rest();
            log.Add(new(name, seconds * 1000, passed));
        }

        tests.Run([.. tests.Names.Where(isWanted)], new TestEvents { OnStarted = Start, OnFinished = Finish });
    }
}
