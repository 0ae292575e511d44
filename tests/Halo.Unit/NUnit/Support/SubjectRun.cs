using Halo.NUnit;
using Halo.Results;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;
using NUnit.Framework.Internal.Execution;

namespace Halo.Unit.NUnit;

/// <summary>Runs a fixture as NUnit does, inside of a test, on a fake machine.</summary>
internal sealed class SubjectRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SubjectRun(FakeMachine machine) => Machine = machine;

    public FakeMachine Machine { get; }

    /// <summary>The results of the test cases, in order of their names.</summary>
    public IReadOnlyList<ITestResult> Results { get; private set; } = [];

    /// <summary>The result of the only test.</summary>
    public ITestResult Result => Results.Single();

    /// <summary>What was kept of the run.</summary>
    public IReadOnlyList<PerfAttempt> Attempts => PerfResults.Read(_folder.Path);

    /// <summary>The verdicts that were kept, in order.</summary>
    public IEnumerable<PerfVerdict> Verdicts => Attempts.Select(attempt => attempt.Verdict);

    /// <summary>How often the measured code ran, over all attempts.</summary>
    public int Calls { get; private set; }

    /// <summary>The output of the only test.</summary>
    public string Output => Result.Output;

    /// <summary>The pauses between attempts in seconds.</summary>
    public IEnumerable<double> Pauses => Machine.Waits.Select(wait => wait.TotalSeconds);

    /// <summary>Runs all tests of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    /// <param name="act">What each call of <see cref="Subject.Act"/> does, by its number from 1, over all attempts.</param>
    /// <param name="maxRetries">The run parameter for retries.</param>
    /// <param name="maxSuiteRetries">The run parameter for the retries of an assembly.</param>
    /// <param name="hasSignals">Whether the machine tells waiting from working.</param>
    public static SubjectRun Of(Type fixture, Action<FakeMachine, int> act, int? maxRetries = null, int maxSuiteRetries = 20, bool hasSignals = true)
    {
        var run = new SubjectRun(new FakeMachine { HasSignals = hasSignals });
        Subject.Use(run.Machine, () => act(run.Machine, ++run.Calls));
        PerfRun.Substitute(new PerfRun(new PerfSettings { ResultsFolder = run._folder.Path, MaxRetries = maxRetries, MaxSuiteRetries = maxSuiteRetries }, run.Machine.AsMachine()));
        try
        {
            var suite = new DefaultSuiteBuilder().BuildFrom(new TypeWrapper(fixture));
            using var item = WorkItemBuilder.CreateWorkItem(suite, TestFilter.Empty, recursive: true)!;
            item.InitializeContext(new TestExecutionContext { Dispatcher = new InlineDispatcher() });
            item.Execute();
            run.Results = [.. Cases(item.Result).OrderBy(result => result.FullName, StringComparer.Ordinal)];
            return run;
        }
        finally
        {
            PerfRun.Substitute(null);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<ITestResult> Cases(ITestResult result) => result.Test.IsSuite ? result.Children.SelectMany(Cases) : [result];

    private sealed class InlineDispatcher : IWorkItemDispatcher
    {
        public int LevelOfParallelism => 0;

        public void Start(WorkItem topLevelWorkItem) => topLevelWorkItem.Execute();

        public void Dispatch(WorkItem work) => work.Execute();

        public void CancelRun() => throw new NotSupportedException();

        public void ForcedCancelRun() => throw new NotSupportedException();
    }
}
