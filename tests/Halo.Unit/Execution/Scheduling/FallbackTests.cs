using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Scheduling;

/// <summary>Fallback by routing: the same rules and rates, without the agents that could not do it.</summary>
[TestFixture, Category("Unit")]
public sealed class FallbackTests
{
    private static readonly RuleSet Rules = RuleSet.Create(
        new RoutingRule("first", When.Type("x"), "best", Priority: 2), new RoutingRule("second", When.Type("x"), "second", Priority: 1));

    private static readonly AgentRegistry Agents = AgentRegistry.Create(
        new Agent("best"), new Agent("second"), new Agent("poor") { Types = ["x"], SuccessRate = 0.2 }, new Agent("good") { Types = ["x"], SuccessRate = 0.8 });

    [Test]
    public async Task Run_AgentThatFails_IsFollowedByTheNextRuleThenByCapability()
    {
        var report = await Run(PlanOf(), HandlersFailingAt("best", "second", "good"));
        Assert.That(report["t"].Reroutings.Select(step => (step.From, step.Next.Agent, step.Next.Rule?.Id)), Is.EqualTo(new[]
        {
            ("best", "second", "second"), ("second", "good", null), ("good", "poor", null),
        }));
    }

    [Test]
    public async Task Explain_TaskRoutedAgain_TellsThePlanAndEveryStep()
    {
        var report = await Run(PlanOf(), HandlersFailingAt("best", "second"));
        Assert.That(report.Explain("t").ToString(), Does.StartWith("t -> best, by rule first\n").And.EndsWith(
            "\nRouted again\n  'best' could not do it (HandlerFailed: best failed); 'second' was next, by rule second.\n  'second' could not do it (HandlerFailed: second failed); 'good' was next, by capability.\n"));
    }

    [Test]
    public async Task Explain_TaskOfItsFirstAgent_IsThePlansExplanation()
    {
        var plan = PlanOf();
        Assert.That((await Run(plan, HandlersFailingAt())).Explain("t").ToString(), Is.EqualTo(plan.Explain("t").ToText()));
    }

    [Test]
    public async Task Run_NobodyLeft_FailsWithTheLastFailureAndSaysSo()
    {
        var report = await Run(PlanOf(), HandlersFailingAt("best", "second", "good", "poor"));
        Assert.That((report["t"].Outcome, report["t"].Failure?.Message, report["t"].Reroutings[^1].ToString()),
            Is.EqualTo((TaskOutcome.Failed, "poor failed", "'poor' could not do it (HandlerFailed: poor failed); no other agent can.")));
    }

    [Test]
    public async Task Run_RouteAgainOff_FailsAtTheFirstAgent()
    {
        var report = await Run(PlanOf(), HandlersFailingAt("best"), new RunOptions { RouteAgain = RouteAgain.Never });
        Assert.That((report["t"].Outcome, report["t"].Agent), Is.EqualTo((TaskOutcome.Failed, "best")));
    }

    [TestCase(RouteAgain.UnlessNonRetryable, "best")]
    [TestCase(RouteAgain.Never, "best")]
    [TestCase(RouteAgain.Always, "second")]
    public async Task Run_NonRetryableFailure_GoesToTheNextAgentAsTheSettingSays(RouteAgain routeAgain, string last)
    {
        var execution = new ExecutionSettings { Retry = new RetrySettings { MaxAttempts = 1, NonRetryable = ["InvalidOperationException"] } };
        var report = await Run(PlanOf(), HandlersFailingAt("best"), new RunOptions { RouteAgain = routeAgain, Execution = execution });
        Assert.That((report["t"].Agent, report["t"].Attempts), Is.EqualTo((last, last == "best" ? 1 : 2)));
    }

    [Test]
    public async Task Run_AgentThatIsNotAvailable_IsNoFallback()
    {
        var report = await Run(PlanOf(new RouteOptions { Available = ["best", "poor"] }), HandlersFailingAt("best"));
        Assert.That((report["t"].Outcome, report["t"].Agent), Is.EqualTo((TaskOutcome.Succeeded, "poor")));
    }

    [Test]
    public async Task Run_OpenCircuit_SendsTheTaskToTheNextAgent()
    {
        var breaker = new CircuitBreakerSettings { FailureRatio = 1, MinimumAttempts = 2 };
        var agents = AgentRegistry.Create([Agents[0] with { CircuitBreaker = breaker }, .. Agents.Skip(1)]);
        var plan = new HaloRouter(Rules, agents).Route([new TaskNode("1", "x"), new TaskNode("2", "x") { DependsOn = ["1"] }, new TaskNode("3", "x") { DependsOn = ["2"] }]);
        var report = await Run(plan, HandlersFailingAt("best"));
        Assert.That((report["3"].Reroutings[0].Cause, report["3"].Agent, report["3"].Attempts), Is.EqualTo((OutcomeReason.CircuitOpen, "second", 1)));
    }

    [Test]
    public void RouteAgain_WithoutAnyAgent_IsUnassigned() =>
        Assert.That(PlanOf().RouteAgain("t", [.. Agents.Select(agent => agent.Name)]).Reason, Is.EqualTo(DecisionReason.AgentUnavailable));

    [Test]
    public void RouteAgain_WithAllAgents_IsThePlansOwnDecision() => Assert.That(PlanOf().RouteAgain("t", []), Is.EqualTo(PlanOf()["t"]));

    private static RoutingPlan PlanOf(RouteOptions? options = null) => new HaloRouter(Rules, Agents).Route([new TaskNode("t", "x")], options);

    private static TaskHandlers HandlersFailingAt(params string[] failing)
    {
        var handlers = new TaskHandlers();
        foreach (var agent in Agents)
        {
            handlers.Handle(agent.Name, (_, context, _) => failing.Contains(context.Agent) ? throw new InvalidOperationException($"{context.Agent} failed") : ValueTask.CompletedTask);
        }

        return handlers;
    }
}
