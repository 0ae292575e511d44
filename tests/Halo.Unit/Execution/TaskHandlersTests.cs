using Halo.Execution;
using Polly;

namespace Halo.Unit.Execution;

/// <summary>Each agent has one handler and one pipeline.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TaskHandlersTests
{
    [Test]
    public void Handle_AgentThatHasAHandler_IsRefused() =>
        Assert.That(
            () => new TaskHandlers().Handle("a", (_, _, _) => ValueTask.CompletedTask).Handle<double>("a", (_, _, _) => ValueTask.FromResult(1.0)),
            Throws.ArgumentException.With.Message.StartsWith("Agent 'a' has a handler already. Give each agent one handler").And.Property(nameof(ArgumentException.ParamName)).EqualTo("agent"));

    [Test]
    public void Handle_SeveralAgents_AreTaken() =>
        Assert.That(() => new TaskHandlers().Handle("a", (_, _, _) => ValueTask.CompletedTask).Handle("A", (_, _, _) => ValueTask.CompletedTask), Throws.Nothing);

    [Test]
    public void UsePipeline_AgentThatHasAPipeline_IsRefused() =>
        Assert.That(
            () => new TaskHandlers().UsePipeline("a", ResiliencePipeline.Empty).UsePipeline("a", ResiliencePipeline.Empty),
            Throws.ArgumentException.With.Message.StartsWith("Agent 'a' has a pipeline already."));
}
