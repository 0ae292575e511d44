using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>A dependant sees after a resume what it would have seen before, or its dependency has failed by name.</summary>
[TestFixture, Category("Unit")]
public sealed partial class JournalResultTests : FolderFixture
{
    private static readonly RoutingPlan Pair = Plan([Agent("a"), Agent("b")], Task("source"), new TaskNode("reader", "b") { DependsOn = ["source"] }, new TaskNode("beside", "b"));

    private RunOptions Options => new() { Journal = Folder.File("j") };

    [TestCase(true)]
    [TestCase(false)]
    public async Task Run_ResultThatCannotBeWritten_FailsItsTaskByNameAndTheRestGoesOn(bool isTypeGiven)
    {
        var report = await Run(Pair, Readers<double>(_ => double.NaN, isTypeGiven ? ResultsJson.Default.Double : null), Options);
        Assert.That((report["source"].Outcome, report["source"].Reason, report["reader"].Outcome, report["beside"].Outcome, report.End), Is.EqualTo(
            (TaskOutcome.Failed, OutcomeReason.ResultNotKept, TaskOutcome.Skipped, TaskOutcome.Succeeded, RunEnd.Completed)));
    }

    [Test]
    public async Task Run_ResultThatCannotBeWritten_SaysWhoseItIs()
    {
        var report = await Run(Pair, Readers<double>(_ => double.NaN), Options);
        Assert.That(report["source"].Failure!.Message, Does.StartWith("The journal cannot keep the result of 'source': ").And.Contain("Give the handler of 'a' with the type of its results"));
    }

    [Test]
    public async Task Resume_ResultThatCouldNotBeWritten_FindsTheFailure()
    {
        await Run(Pair, Readers<double>(_ => double.NaN), Options);
        var report = await Run(Pair, Readers<double>(_ => 1), Options);
        Assert.That((report["source"].Outcome, report["source"].Reason, report["beside"].Reason), Is.EqualTo((TaskOutcome.Failed, OutcomeReason.Resumed, OutcomeReason.Resumed)));
    }

    [Test]
    public async Task Resume_RetryFailedOnAResultThatCouldNotBeWritten_RunsItAgain()
    {
        await Run(Pair, Readers<double>(_ => double.NaN), Options);
        Assert.That((await Run(Pair, Readers<double>(_ => 1), Options with { RetryFailed = true })).Succeeded, Is.EqualTo(3));
    }

    [TestCase(63, TaskOutcome.Succeeded)]
    [TestCase(70, TaskOutcome.Failed)]
    [TestCase(1_100, TaskOutcome.Failed)]
    public async Task Run_DeepResult_IsKeptOrFailsItsTask(int depth, TaskOutcome expected)
    {
        var report = await Run(Pair, Readers<JsonNode>(_ => Nested(depth), ResultsJson.Default.JsonNode), Options);
        Assert.That(report["source"].Outcome, Is.EqualTo(expected), report["source"].Failure?.Message);
        Assert.That((await Run(Pair, Readers<JsonNode>(_ => Nested(1), ResultsJson.Default.JsonNode), Options))["source"].Reason, Is.EqualTo(OutcomeReason.Resumed));
    }

    [Test]
    public async Task Run_ResultLongerThanARecordMayBe_FailsItsTask()
    {
        var report = await Run(Pair, Readers<string>(_ => new string('x', 5_000)), Options with { JournalLimits = new JournalLimits { MaxRecordBytes = 4_000 } });
        Assert.That(report["source"].Failure!.Message, Does.Match("The record has 5[0-9]+ bytes, more than the limit MaxRecordBytes of 4000"));
    }

    [Test]
    public Task Resume_Record_IsReadAsItWas() => IsReadAsItWas(new Figure("x", [1, 2]) { Extra = 3 }, figure => figure.Name + figure.Numbers.Count + figure.Extra);

    [Test]
    public Task Resume_Tuple_IsReadAsItWas() => IsReadAsItWas((1, "two"), pair => pair.Item1 + pair.Item2);

    [Test]
    public Task Resume_Dictionary_IsReadAsItWas() => IsReadAsItWas(new Dictionary<string, AttributeValue> { ["n"] = 1, ["t"] = "1" }, values => $"{values["n"].Kind}{values["t"].Kind}");

    [Test]
    public Task Resume_Number_IsReadAsItWas() => IsReadAsItWas(7L, number => number.ToString(CultureInfo.InvariantCulture));

    [Test]
    public Task Resume_Interface_IsReadAsItWas() => IsReadAsItWas<IReadOnlyList<int>>([1, 2], list => string.Join(',', list));

    [Test]
    public async Task Resume_ResultOfAHandlerThatSaysNothing_IsReadByItsType()
    {
        await Interrupt(UntypedSource(new Figure("x", [1])));
        var report = await Run(Pair, Untyped(new Figure("y", []), (context, _) => context.ResultOf<Figure>("source").Name), Options);
        Assert.That(report["reader"].Result, Is.EqualTo("x"));
    }

    [TestCase(5)]
    [TestCase("text")]
    [TestCase(true)]
    public async Task Resume_PlainResultOfAHandlerThatSaysNothing_IsReadAsItWas(object result)
    {
        await Interrupt(UntypedSource(result));
        Assert.That((await Run(Pair, Untyped("other"), Options))["source"].Result, Is.EqualTo(result));
    }

    [Test]
    public async Task Resume_ResultThatCannotBeGivenBack_IsNoFailureOfTheReader()
    {
        await Interrupt(UntypedSource(new Figure("x", [1])));
        var report = await Run(Pair, Untyped(0, (context, _) => context.ResultOf<Base>("source").Name), Options);
        Assert.That((report.End, report["reader"].Outcome, report["reader"].Reason), Is.EqualTo((RunEnd.JournalFailed, TaskOutcome.Interrupted, OutcomeReason.JournalFailed)));
    }

    [Test]
    public async Task Resume_ReaderThatWrapsWhatItGets_IsNoFailureEither()
    {
        await Interrupt(UntypedSource(new Figure("x", [1])));
        await Run(Pair, Untyped(0, (context, _) => Wrapped(context)), Options);
        var report = await Run(Pair, Untyped(0, (context, _) => context.ResultOf<Figure>("source").Name), Options);
        Assert.That(report["reader"].Result, Is.EqualTo("x"));
    }

    [Test]
    public async Task Resume_ResultThatCannotBeGivenBack_IsNamedInTheReport()
    {
        await Interrupt(UntypedSource(new Figure("x", [1])));
        var report = await Run(Pair, Untyped(0, (context, _) => context.ResultOf<Base>("source").Name), Options);
        Assert.That(report.Faults.Single().ToString(), Does.Contain("error HALO404").And.Contain("the result of 'source'").And.Contain("Give the handler of 'a'"));
    }

    [Test]
    public async Task Run_ResultThatComesBackInPartOnly_FailsItsTask()
    {
        var report = await Run(Pair, Readers(_ => Secret.Of(7)), Options);
        Assert.That(report["source"].Failure!.Message, Does.Contain("does not come back from JSON as it was"));
    }

    [Test]
    public void Run_ResultsThatCanNeverBeKept_AreRefusedAtTheStartWithTheirAgents() => Assert.That(
        () => Run(Pair, Readers(_ => new Odd()), Options),
        Throws.TypeOf<HaloValidationException>().With.Message.Contains("error HALO401: Tasks depend on others, and the journal cannot keep the results of agent 'a', of type Odd."));

    [Test]
    public async Task Run_DerivedResult_FailsItsTask()
    {
        var report = await Run(Pair, Readers<Base>(_ => new Derived { Name = "x", More = 1 }), Options);
        Assert.That(report["source"].Reason, Is.EqualTo(OutcomeReason.ResultNotKept));
    }

    [Test]
    public async Task Resume_ConditionOnADictionary_SeesWhatItSawBefore()
    {
        var plan = Plan([Agent("a"), Agent("b")], Task("source"), new TaskNode("reader", "b") { DependsOn = ["source"], Conditions = new Dictionary<string, EdgeCondition> { ["source"] = new() { When = When.Attribute("n").Is(1) } } });
        await Interrupt(UntypedSource(new Dictionary<string, AttributeValue> { ["n"] = 1 }), plan);
        Assert.That((await Run(plan, Untyped(0), Options))["reader"].Outcome, Is.EqualTo(TaskOutcome.Succeeded));
    }

    [Test]
    public async Task Run_FailureThatHidesItsMessage_IsWrittenDown()
    {
        await Run(Pair, new TaskHandlers().Handle("a", (_, _, _) => throw new SilentException()).Handle("b", (_, _, _) => ValueTask.CompletedTask), Options);
        Assert.That((await Run(Pair, Untyped(0), Options))["source"].Failure!.Message, Is.EqualTo(nameof(SilentException)));
    }

    private async Task IsReadAsItWas<T>(T result, Func<T, string> show)
    {
        await Interrupt(Source(_ => result, null));
        var report = await Run(Pair, Readers<T>(_ => throw new InvalidOperationException("It has ended."), null, show), Options);
        Assert.That((report["source"].Reason, report["reader"].Result), Is.EqualTo((OutcomeReason.Resumed, show(result))));
    }

    /// <summary>Runs the source, and nothing else to its end.</summary>
    private async Task Interrupt(TaskHandlers source, RoutingPlan? plan = null)
    {
        using var cancel = new CancellationTokenSource();
        source.Handle("b", (_, _, _) =>
        {
            cancel.Cancel();
            throw new InvalidOperationException("It was cancelled.");
        });
        await Run(plan ?? Pair, source, Options with { MaxConcurrentTasks = 1 }, cancellationToken: cancel.Token);
    }

    private static TaskHandlers Source<T>(Func<PlannedTask, T> source, JsonTypeInfo<T>? type) => new TaskHandlers().Handle("a", (task, _, _) => ValueTask.FromResult(source(task)), type);

    private static TaskHandlers UntypedSource(object result) => new TaskHandlers().Handle("a", new UntypedHandler((_, _) => result));

    private static TaskHandlers Readers<T>(Func<PlannedTask, T> source, JsonTypeInfo<T>? type = null, Func<T, string>? show = null) => Source(source, type)
        .Handle("b", (task, context, _) => ValueTask.FromResult(task.Id == "reader" && show is not null ? show(context.ResultOf<T>("source")) : ""));

    private static TaskHandlers Untyped(object result, Func<TaskContext, PlannedTask, object?>? read = null) => UntypedSource(result)
        .Handle("b", new UntypedHandler((context, task) => task.Id == "reader" ? read?.Invoke(context, task) : null));

    private static string Wrapped(TaskContext context)
    {
        try
        {
            return context.ResultOf<Base>("source").Name;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException("It did not work.", exception);
        }
    }

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonArray();
        for (var i = 1; i < depth; i++) node = new JsonArray(node);
        return node;
    }

    private sealed class UntypedHandler(Func<TaskContext, PlannedTask, object?> handle) : ITaskHandler
    {
        public ValueTask<object?> HandleAsync(PlannedTask task, TaskContext context, CancellationToken cancellationToken) => ValueTask.FromResult(handle(context, task));
    }

    private sealed record Figure(string Name, IReadOnlyList<int> Numbers)
    {
        public int Extra { get; init; }
    }

    private sealed class Secret
    {
        private int _number;

        public int Number => _number;

        public static Secret Of(int number) => new() { _number = number };
    }

    [JsonConverter(typeof(string))]
    private sealed class Odd;

    private class Base
    {
        public string Name { get; init; } = "";
    }

    private sealed class Derived : Base
    {
        public int More { get; init; }
    }

    private sealed class SilentException : Exception
    {
        public override string Message => throw new InvalidOperationException("No message.");
    }

    [JsonSerializable(typeof(double))]
    [JsonSerializable(typeof(JsonNode))]
    private sealed partial class ResultsJson : JsonSerializerContext;
}
