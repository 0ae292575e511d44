using System.Text.Json;

namespace Halo.Unit.Reporting;

[TestFixture, Category("Unit")]
public sealed class ExplanationWriterTests
{
    private static readonly TaskNode Task = new("t0", "test")
    {
        Attributes = new Dictionary<string, AttributeValue> { ["os"] = "macos", ["cores"] = 4, ["clean"] = false },
    };

    [Test]
    public void ToJson_RuleDecided_IsTheContractToTheLetter()
    {
        const string Expected =
            """
            {
              "task": "t0",
              "agent": "qa",
              "reason": "rule",
              "rule": "r1",
              "considered": [
                {
                  "rule": "r7",
                  "priority": 30,
                  "outcome": "conditionFailed",
                  "condition": "os = linux",
                  "actual": "macos"
                },
                {
                  "rule": "r2",
                  "priority": 20,
                  "outcome": "agentUnavailable",
                  "agent": "builder"
                }
              ],
              "capability": [
                {
                  "agent": "qa",
                  "successRate": 0.87,
                  "assigned": 0,
                  "outcome": "open"
                },
                {
                  "agent": "builder",
                  "successRate": 0.5,
                  "assigned": 0,
                  "outcome": "agentUnavailable"
                }
              ],
              "index": {
                "candidates": 2,
                "conditionsChecked": 0,
                "rules": 3,
                "unindexed": 0
              }
            }

            """;
        Assert.That(Explain().ToJson(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToText_RuleDecided_NamesTheRulesBeforeIt()
    {
        const string Expected =
            """
            t0 -> qa, by rule r1
            Tests go to QA.

            Better rules, best first
              30  r7  needs os = linux; its os is macos
              20  r2  matches, but builder is not available

            Agents that list its type, best first
              qa          87 %  0 tasks before it  has room; chosen
              builder     50 %  0 tasks before it  not available

            Index: looked at 2 of 3 rules, checked 0 conditions; not indexed: 0

            """;
        Assert.That(Explain().ToText(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [TestCase("cores", "number")]
    [TestCase("os", "string")]
    [TestCase("clean", "boolean")]
    public void ToJson_FailedCondition_ActualHasItsOwnType(string attribute, string expected)
    {
        var actual = ConsideredOf(When.Attribute(attribute).Is("other")).GetProperty("actual").ValueKind;
        Assert.That(actual switch { JsonValueKind.Number => "number", JsonValueKind.String => "string", JsonValueKind.False => "boolean", _ => "" }, Is.EqualTo(expected));
    }

    [Test]
    public void ToJson_AbsentAttribute_LeavesActualOut() =>
        Assert.That(ConsideredOf(When.Attribute("missing").Exists()).TryGetProperty("actual", out _), Is.False);

    [Test]
    public void ToJson_TaskWithoutAgent_LeavesAgentAndRuleOut()
    {
        var json = JsonDocument.Parse(Plans.Small().Explain("t9").ToJson()).RootElement;
        Assert.That(json.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "task", "reason", "considered", "capability", "index" }));
    }

    [Test]
    public void ToJson_TaskThatWaits_SaysSo()
    {
        var plan = Plans.Route([new TaskNode("a", "x"), new TaskNode("b", "x")], [], [new Agent("one") { Types = ["x"] }]);
        Assert.That(JsonDocument.Parse(plan.Explain("b").ToJson()).RootElement.GetProperty("waits").GetBoolean(), Is.True);
    }

    [Test]
    public void ToText_AbsentAttribute_SaysSo()
    {
        var plan = Plans.Route([Task], [new RoutingRule("r", When.Attribute("missing").AtLeast(1), "qa")], [new Agent("qa")]);
        Assert.That(plan.Explain("t0").ToText(), Does.Contain("needs missing >= 1; it has no missing"));
    }

    [Test]
    public void ToText_CompletedTask_SaysSo()
    {
        var plan = Plans.Route([new TaskNode("a", "x") { Status = TaskNodeStatus.Completed }], [], [new Agent("one")]);
        Assert.That(plan.Explain("a").ToText(), Is.EqualTo("a is completed\nIt is completed and needs no agent.\n"));
    }

    [TestCaseSource(typeof(Plans), nameof(Plans.HostileTexts))]
    public void ToText_HostileText_HasNoControlCharacters(string text) =>
        Assert.That(Plans.Hostile(text).Explain(text + "2").ToText().Where(c => char.IsControl(c) && c != '\n'), Is.Empty);

    private static Explanation Explain() => Plans.Route(
        [Task],
        [
            new RoutingRule("r1", When.Type("test"), "qa", 10, "Tests go to QA."),
            new RoutingRule("r7", When.Attribute("os").Is("linux"), "qa", 30),
            new RoutingRule("r2", When.Type("test"), "builder", 20),
        ],
        [new Agent("qa") { Types = ["test"], SuccessRate = 0.87 }, new Agent("builder") { Types = ["test"] }],
        new RouteOptions { Available = ["qa"] }).Explain("t0");

    private static JsonElement ConsideredOf(Condition condition) =>
        JsonDocument.Parse(Plans.Route([Task], [new RoutingRule("r", condition, "qa")], [new Agent("qa")]).Explain("t0").ToJson()).RootElement.GetProperty("considered")[0];
}
