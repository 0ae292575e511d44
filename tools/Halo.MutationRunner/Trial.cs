using System.Diagnostics;

namespace Halo.MutationRunner;

/// <summary>Runs the tests of one mutant after the other, in this process.</summary>
internal sealed class Trial
{
    private const double SearchForTests = 5_000; // milliseconds, on a busy machine

    private readonly MutatedTests _tests;
    private readonly MutantSwitch _mutants;
    private readonly OutcomeLog _log;
    private readonly Watchdog _watchdog;
    private int _mutant;
    private long _started;

    /// <param name="workspace">The folder of the mutated program.</param>
    /// <param name="log">Where outcomes go.</param>
    /// <param name="mutant">The mutant that is on while tests are searched for, or <see cref="MutantSwitch.NoMutant"/>.</param>
    public Trial(Workspace workspace, OutcomeLog log, int mutant = MutantSwitch.NoMutant)
    {
        _log = log;
        _mutant = mutant;
        _started = Stopwatch.GetTimestamp();
        _watchdog = new(() => Add(Verdict.TimedOut));
        _watchdog.Expect(SearchForTests);
        (_tests, _mutants) = MutatedTests.Load(workspace, mutant, stopsAtFailure: true);
        _watchdog.Rest();
    }

    /// <summary>How many tests NUnit could not make sense of.</summary>
    public int Broken => _tests.Broken;

    /// <summary>Runs tests with a mutant on, the first ones first, until one fails.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="tests">The tests.</param>
    /// <param name="isFirst">Whether the process has run nothing before.</param>
    /// <param name="otherwise">The verdict when none fails.</param>
    /// <returns>
    /// Whether the process is still as it was. When it is not, and <paramref name="isFirst"/> says that it was not new, the
    /// mutant has no verdict: what an earlier one left behind may be to blame.
    /// </returns>
    public bool Judge(int mutant, IReadOnlyList<TestFigures> tests, bool isFirst, Verdict otherwise = Verdict.Survived)
    {
        _mutant = mutant;
        _started = Stopwatch.GetTimestamp();
        _log.Add(new(mutant, Verdict.Started));
        foreach (var batch in Batches(tests))
        {
            var failed = Run(mutant, batch);
            if (failed.Count == 0) continue;

            // Something beside the tests may have failed, such as a setup.
            List<TestFigures> again = [.. batch.Where(test => failed.Contains(test.Name))];
            var isClean = Run(MutantSwitch.NoMutant, again.Count == 0 ? batch : again).Count == 0;
            if (isClean) Add(Verdict.Killed, failed[0]);
            else if (isFirst) Add(Verdict.Killed, $"{failed[0]}, which then fails without the mutant too");
            else Add(Verdict.Undecided);
            return isClean;
        }

        Add(otherwise);
        return true;
    }

    /// <summary>Ends a mutant without running its tests.</summary>
    public void Add(Verdict verdict, string? by = null) => _log.Add(new(_mutant, verdict, by, Stopwatch.GetElapsedTime(_started).TotalMilliseconds));

    // Few at first, as most mutants fail at once; each run of NUnit costs a walk over all tests.
    private static IEnumerable<IReadOnlyList<TestFigures>> Batches(IReadOnlyList<TestFigures> tests)
    {
        for (int at = 0, size = 8; at < tests.Count; at += size, size *= 4) yield return [.. tests.Skip(at).Take(size)];
    }

    private IReadOnlyList<string> Run(int mutant, IReadOnlyList<TestFigures> tests)
    {
        _watchdog.Expect(tests.Sum(test => test.Milliseconds));
        _mutants.Active = mutant;
        var failed = _tests.Run([.. tests.Select(test => test.Name)], new TestEvents());
        _mutants.Active = MutantSwitch.NoMutant;
        _watchdog.Rest();
        return failed;
    }
}
