using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>What must not change between two parts of a run.</summary>
[TestFixture, Category("Unit")]
public sealed class JournalTermsTests : FolderFixture
{
    private static readonly TaskNode First = Task("first") with { Attributes = new Dictionary<string, AttributeValue> { ["size"] = 1, ["os"] = "linux" } };

    private RunOptions Options => new() { Journal = Folder.File("run.journal"), JournalInputs = new Dictionary<string, string> { ["model"] = "v1" } };

    [SetUp]
    public async Task WriteJournal() => await Run(Graph(), Handlers(Graph()), Options);

    [Test]
    public async Task Resume_SameTerms_RunsNothing() => Assert.That((await Resume(Graph())).Tasks.All(task => task.Reason == OutcomeReason.Resumed));

    [Test]
    public async Task Resume_AttributesInAnotherOrder_RunsNothing() => Assert.That(
        (await Resume(Graph(First with { Attributes = new Dictionary<string, AttributeValue> { ["os"] = "linux", ["size"] = 1 } })))["first"].Reason, Is.EqualTo(OutcomeReason.Resumed));

    [Test]
    public async Task Resume_OtherEstimatesAndTimeouts_RunsNothing() => Assert.That(
        (await Resume(Graph(First with { Estimate = 7.Seconds(), Execution = new ExecutionSettings { AttemptTimeout = TimeSpan.FromSeconds(9) } })))["first"].Reason, Is.EqualTo(OutcomeReason.Resumed));

    [TestCase(1.5)]
    [TestCase("1")]
    [TestCase(true)]
    public void Resume_OtherAttribute_IsRefused(object size) => Assert.That(
        () => Resume(Graph(First with { Attributes = new Dictionary<string, AttributeValue> { ["size"] = Value(size), ["os"] = "linux" } })), Refused("other attributes of tasks"));

    [Test]
    public void Resume_OtherCondition_IsRefused() => Assert.That(
        () => Resume(Graph(condition: new EdgeCondition { When = When.Attribute("result").Is("x") })), Refused("the same tasks with other join rules or conditions"));

    [Test]
    public void Resume_OtherJoinRule_IsRefused() => Assert.That(() => Resume(Graph(join: JoinRule.AllDone)), Refused("the same tasks with other join rules or conditions"));

    [Test]
    public void Resume_OtherInput_IsRefusedByItsName() => Assert.That(
        () => Run(Graph(), Handlers(Graph()), Options with { JournalInputs = new Dictionary<string, string> { ["model"] = "v2" } }), Refused("another model"));

    [Test]
    public void Resume_InputThatIsGone_IsRefusedByItsName() => Assert.That(
        () => Run(Graph(), Handlers(Graph()), Options with { JournalInputs = new Dictionary<string, string>() }), Refused("another model"));

    [Test]
    public async Task Resume_SameTerms_IsTheSameRun()
    {
        var second = await Resume(Graph());
        Assert.That((await Resume(Graph())).RunId, Is.EqualTo(second.RunId));
    }

    [Test]
    public async Task Resume_RunIdOfTheOptions_IsTaken() =>
        Assert.That((await Run(Graph(), Handlers(Graph()), Options with { RunId = "mine" })).RunId, Is.EqualTo("mine"));

    [Test]
    public async Task Resume_AcceptedChanges_AreTheNewTerms()
    {
        var changed = Options with { JournalInputs = new Dictionary<string, string> { ["model"] = "v2" } };
        await Run(Graph(), Handlers(Graph()), changed with { AcceptChanges = true });
        Assert.That((await Run(Graph(), Handlers(Graph()), changed))["first"].Reason, Is.EqualTo(OutcomeReason.Resumed));
    }

    [Test]
    public async Task Resume_ChangesBeforeAnythingEnded_AreNone()
    {
        var options = Options with { Journal = Folder.File("empty.journal") };
        await Run(Graph(), Handlers(Graph()), options, cancellationToken: new CancellationToken(canceled: true));
        Assert.That((await Run(Graph(), Handlers(Graph()), options with { JournalInputs = new Dictionary<string, string>() })).Succeeded, Is.EqualTo(2));
    }

    [Test]
    public void Resume_AgentRenamed_IsRefusedWithTheNewName()
    {
        var renamed = Plan([new Agent("b") { Types = ["a"], MaxConcurrentTasks = 100 }], [First, Task("second", "first")]);
        Assert.That(() => Resume(renamed), Refused("names the agent 'a', which is not registered"));
    }

    [Test]
    public void Resume_JournalOfAnotherVersion_IsRefused()
    {
        File.WriteAllBytes(Options.Journal!, Journals.Line("""{"haloJournal":1,"graph":"0"}"""));
        Assert.That(() => Resume(Graph()), Refused("the journal of another version of Halo"));
    }

    [Test]
    public void Run_AcceptChangesWithoutAJournal_IsRefused() =>
        Assert.That(() => Run(Graph(), Handlers(Graph()), new RunOptions { AcceptChanges = true }), Throws.ArgumentException.With.Message.Contains("AcceptChanges"));

    private static global::NUnit.Framework.Constraints.ContainsConstraint Refused(string why) => Throws.TypeOf<HaloValidationException>().With.Message.Contains(why).And.Message.Contains("run.journal(");

    private static AttributeValue Value(object value) => value switch { string text => text, bool flag => flag, _ => (double)value };

    private static RoutingPlan Graph(TaskNode? first = null, EdgeCondition? condition = null, JoinRule join = default) => Plan(
        first ?? First,
        Task("second", "first") with { Join = join, Conditions = condition is null ? new Dictionary<string, EdgeCondition>() : new Dictionary<string, EdgeCondition> { ["first"] = condition } });

    private Task<RunReport> Resume(RoutingPlan plan) => Run(plan, Handlers(plan), Options);
}
