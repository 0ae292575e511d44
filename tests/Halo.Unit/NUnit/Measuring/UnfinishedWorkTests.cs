using Halo.NUnit;

namespace Halo.Unit.NUnit.Measuring;

/// <summary>Code that leaves its work for later is refused: only the promise would be measured.</summary>
[TestFixture, Category("Unit")]
public sealed class UnfinishedWorkTests
{
    private static readonly int[] Numbers = [3, 1, 2];

    private static IEnumerable<TestCaseData> Unfinished()
    {
        TestCaseData Case(string name, Func<object?> function, string hint) => new TestCaseData(function, hint).SetArgDisplayNames(name);

        yield return Case("task", () => Task.Delay(100), "MeasureAsync");
        yield return Case("task with a result", () => Task.FromResult(1), "MeasureAsync");
        yield return Case("value task", () => new ValueTask<int>(1), "MeasureAsync");
        yield return Case("array of tasks", () => new[] { Task.CompletedTask }, "MeasureAsync");
        yield return Case("select", () => Numbers.Select(number => number + 1), "ToArray()");
        yield return Case("select of a list", () => Numbers.ToList().Select(number => number + 1), "ToArray()");
        yield return Case("order", () => Numbers.Order(), "ToArray()");
        yield return Case("iterator", () => Iterate(), "ToArray()");
        yield return Case("queryable", () => Numbers.AsQueryable().Where(number => number > 1), "ToArray()");
        yield return Case("parallel query", () => Numbers.AsParallel().Select(number => number + 1), "ToArray()");
        yield return Case("asynchronous sequence", () => IterateAsync(), "await foreach");
    }

    private static IEnumerable<TestCaseData> Finished()
    {
        TestCaseData Case(string name, Func<object?> function) => new TestCaseData(function).SetArgDisplayNames(name);

        yield return Case("null", () => null);
        yield return Case("number", () => 1);
        yield return Case("text", () => "text");
        yield return Case("array", () => Numbers);
        yield return Case("set", () => Numbers.ToHashSet());
        yield return Case("dictionary", () => Numbers.ToDictionary(number => number));
        yield return Case("lookup", () => Numbers.ToLookup(number => number));
        yield return Case("grouping", () => Numbers.ToLookup(number => number).First());
        yield return Case("immutable array", () => System.Collections.Immutable.ImmutableArray.Create(1));
    }

    [TestCaseSource(nameof(Unfinished))]
    public void Run_ResultThatOnlyPromises_IsRefused(Func<object?> function, string hint) =>
        Assert.That(() => MeasuredCode.Of(function).Run(1), Throws.ArgumentException.With.Message.Contains(hint));

    [TestCaseSource(nameof(Finished))]
    public void Run_CompleteResult_IsMeasured(Func<object?> function) => Assert.That(() => MeasuredCode.Of(function).Run(2), Throws.Nothing);

    [Test]
    public void Of_FunctionOfTasks_IsRefusedBeforeItRuns() =>
        Assert.That(() => MeasuredCode.Of(() => ValueTask.CompletedTask), Throws.ArgumentException.With.Message.Contains("MeasureAsync"));

    [Test]
    public void Run_AsyncVoidMethod_IsRefused()
    {
        static async void Later() => await Task.Delay(1);
        Assert.That(() => MeasuredCode.Of(() => Later()).Run(1), Throws.ArgumentException.With.Message.Contains("async void"));
    }

    [Test]
    public void Run_AwaitedWorkInAMethodThatBlocks_IsMeasured()
    {
        static async Task WorkAsync() => await Task.Delay(1);
        Assert.That(() => MeasuredCode.Of(() => WorkAsync().GetAwaiter().GetResult()).Run(2), Throws.Nothing);
    }

    [Test]
    public void Run_FirstCall_LeavesTheContextAsItWas()
    {
        var before = SynchronizationContext.Current;
        MeasuredCode.Of(() => { }).Run(1);
        Assert.That(SynchronizationContext.Current, Is.SameAs(before));
    }

    [Test]
    public void Run_AsyncCodeThatReturnsAnInnerTask_IsRefused() =>
        Assert.That(() => MeasuredCode.Of(() => (Task)Task.Factory.StartNew(() => Task.Delay(100), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default)).Run(1), Throws.ArgumentException.With.Message.Contains("await all of it"));

    [Test]
    public void Run_AsyncCode_IsMeasured() => Assert.That(() => MeasuredCode.Of(async () => await Task.Yield()).Run(2), Throws.Nothing);

    private static IEnumerable<int> Iterate()
    {
        yield return 1;
    }

    private static async IAsyncEnumerable<int> IterateAsync()
    {
        await Task.Yield();
        yield return 1;
    }
}
