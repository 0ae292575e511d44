using Halo.Results;

namespace Halo.Unit.NUnit.Verdicts;

/// <summary>Programs of known speed beside known disturbances: the verdict is proven by simulation, warm-up and sampling included.</summary>
[TestFixture, Category("Unit")]
public sealed class SimulatedVerdictTests
{
    private const int Seeds = 8;

    private static readonly Disturbance Calm = new("calm");
    private static readonly Disturbance Queued30 = new("queued 30 %") { TurnMs = 7, OthersMs = 3 };
    private static readonly Disturbance Beside4 = new("beside 4") { TurnMs = 3, OthersMs = 4.5 };
    private static readonly Disturbance Beside20 = new("beside 20, caches cold") { TurnMs = 3, OthersMs = 27, Unseen = 1.3 };
    private static readonly Disturbance Stolen = new("stolen 30 %") { Stolen = 0.3 };
    private static readonly Disturbance StolenMost = new("stolen 60 %") { Stolen = 0.6 };
    private static readonly Disturbance Slow = new("slow processor") { Slowdown = 1.7, LatencySlowdown = 1.7 };
    private static readonly Disturbance SharedCore = new("shared core") { Slowdown = 1.6, LatencySlowdown = 1.05 };
    private static readonly Disturbance VerySlow = new("very slow processor") { Slowdown = 2.5, LatencySlowdown = 2.5 };
    private static readonly Disturbance Absurd = new("absurd yardstick") { Slowdown = 4, LatencySlowdown = 4 };
    private static readonly Disturbance OwnThreads = new("own threads") { TurnMs = 3, OthersMs = 4.5, OwnSpinners = 2, Slowdown = 1.5, LatencySlowdown = 1.5 };

    private static readonly Disturbance[] All = [Calm, Queued30, Beside4, Beside20, Stolen, StolenMost, Slow, SharedCore, VerySlow, Absurd];

    // What the machine cannot be blamed for: bad programs are red here in every run.
    private static readonly Disturbance[] Clear = [Calm, Queued30, Slow, Stolen];

    private static IEnumerable<TestCaseData> Good() =>
    [
        .. Programs(All, "5 µs", 0.0075, machine => machine.Work(0.005)),
        .. Programs(All, "0.25 ms", 0.37, machine => machine.Work(0.25)),
        .. Programs(All, "3 ms", 4.5, machine => machine.Work(3)),
        .. Programs(All, "60 ms", 100, machine => machine.Work(60)),
        .. Programs(All, "sleep", 13, machine => machine.Sleep(8)),
        .. Programs([Calm, Queued30, Slow], "latency-bound", 0.37, machine => machine.Work(0.25, isLatencyBound: true)),
    ];

    private static IEnumerable<TestCaseData> Bad(params Disturbance[] disturbances)
    {
        var (calls, random) = (0, new Random(1));
        bool Every(int number) => calls++ % number == 0;
        return
        [
            .. Programs(disturbances, "5 µs twice", 0.0075, machine => machine.Work(0.01)),
            .. Programs(disturbances, "0.25 ms twice", 0.37, machine => machine.Work(0.5)),
            .. Programs(disturbances, "60 ms twice", 100, machine => machine.Work(120)),
            .. Programs(disturbances, "every other call 9 ms", 4.5, machine => machine.Work(Every(2) ? 9 : 3)),
            .. Programs(disturbances, "every third call 4 ms", 1, machine => machine.Work(Every(3) ? 4 : 0.5)),
            .. Programs(disturbances, "every other call a sleep of 9 ms", 4.5, machine => SleepOrWork(machine, Every(2), 9, 3)),
            .. Programs(disturbances, "every third call a sleep of 4 ms", 1, machine => SleepOrWork(machine, Every(3), 4, 0.5)),
            .. Programs(disturbances, "sleep in one of 1,000 calls", 0.015, machine => SleepOrWork(machine, Every(1_000), 20, 0.01)),
            .. Programs(disturbances, "work in one of 1,000 calls", 0.015, machine => machine.Work(Every(1_000) ? 20 : 0.01)),
            .. Programs(disturbances, "half of the calls twice", 0.0075, machine => machine.Work(random.Next(2) == 0 ? 0.01 : 0.005)),
            .. Programs(disturbances, "half of the calls of 0.6 ms twice", 1, machine => machine.Work(random.Next(2) == 0 ? 1.2 : 0.6)),
            .. Programs(disturbances, "every other long call slow", 100, machine => machine.Work(Every(2) ? 130 : 55)),
            .. Programs(disturbances, "sleep of twice the budget", 5, machine => machine.Sleep(10)),
        ];
    }

    private static IEnumerable<TestCaseData> BadAnywhere() => Bad(All);

    private static IEnumerable<TestCaseData> BadInTheClear() => Bad(Clear);

    [TestCaseSource(nameof(Good))]
    public void Judge_GoodProgram_IsNeverARegression(object disturbance, object program, double budgetMs) =>
        Assert.That(Verdicts(disturbance, program, budgetMs), Is.All.Not.EqualTo(PerfVerdict.Regression));

    [TestCaseSource(nameof(BadAnywhere))]
    public void Judge_BadProgram_IsNeverGreen(object disturbance, object program, double budgetMs) =>
        Assert.That(Verdicts(disturbance, program, budgetMs), Is.All.AnyOf(PerfVerdict.Regression, PerfVerdict.Inconclusive));

    [TestCaseSource(nameof(BadInTheClear))]
    public void Judge_BadProgramThatIsNotStarved_IsRedInEveryRun(object disturbance, object program, double budgetMs) =>
        Assert.That(Verdicts(disturbance, program, budgetMs), Is.All.EqualTo(PerfVerdict.Regression));

    [TestCase(0.25)]
    [TestCase(3)]
    public void Judge_GoodProgramOnACalmMachine_Passes(double milliseconds) =>
        Assert.That(Verdicts(Calm, (Action<SimulatedMachine>)(machine => machine.Work(milliseconds)), milliseconds * 1.1), Is.All.EqualTo(PerfVerdict.Pass));

    [Test]
    public void Judge_OwnThreadsThatTakeTheProcessor_AreNotABusyMachine() =>
        Assert.That(Verdicts(OwnThreads, (Action<SimulatedMachine>)(machine => machine.Work(3)), 4.5), Is.All.EqualTo(PerfVerdict.Regression));

    [Test]
    public void Judge_TwiceAsSlowLatencyBoundCodeOnASharedCore_IsNeverGreen() =>
        Assert.That(Verdicts(SharedCore, (Action<SimulatedMachine>)(machine => machine.Work(0.5, isLatencyBound: true)), 0.37), Is.All.AnyOf(PerfVerdict.Regression, PerfVerdict.Inconclusive));

    private static void SleepOrWork(SimulatedMachine machine, bool sleeps, double sleepMs, double workMs)
    {
        if (sleeps) machine.Sleep(sleepMs);
        else machine.Work(workMs);
    }

    private static PerfVerdict[] Verdicts(object disturbance, object program, double budgetMs) =>
        [.. Enumerable.Range(1, Seeds).Select(seed => new SimulatedMachine((Disturbance)disturbance, seed).Judge((Action<SimulatedMachine>)program, budgetMs).Verdict)];

    private static IEnumerable<TestCaseData> Programs(Disturbance[] disturbances, string name, double budgetMs, Action<SimulatedMachine> program) =>
        disturbances.Select(disturbance => new TestCaseData(disturbance, program, budgetMs).SetArgDisplayNames(name, disturbance.Name));
}
