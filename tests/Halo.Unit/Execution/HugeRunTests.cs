using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution;

/// <summary>No recursion over the graph: neither when tasks run nor when skips propagate.</summary>
[TestFixture, Category("Unit")]
public sealed class HugeRunTests
{
    private const int Million = 1_000_000;

    [Test]
    public async Task Run_ChainOfAMillionTasks_DoesThemAll()
    {
        var chain = Chain();
        Assert.That((await Run(chain, Handlers(chain))).Succeeded, Is.EqualTo(Million));
    }

    [Test]
    public async Task Run_ChainOfAMillionTasksWhoseFirstFails_SkipsTheRest()
    {
        var chain = Chain();
        Assert.That((await Run(chain, Handlers(chain, "t0"))).Skipped, Is.EqualTo(Million - 1));
    }

    private static RoutingPlan Chain() =>
        Plan([Agent("a")], [new TaskNode("t0", "a"), .. Enumerable.Range(1, Million - 1).Select(i => new TaskNode($"t{i}", "a") { DependsOn = [$"t{i - 1}"] })]);
}
