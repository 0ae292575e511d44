using System.Text.Json;

namespace Halo.Unit.Reporting;

[TestFixture, Category("Unit")]
public sealed class ScheduleJsonTests
{
    [Test]
    public void ToJson_OneTask_IsTheContractToTheLetter()
    {
        const string Expected =
            """
            {
              "makespan": 2.5,
              "lowerBound": 2.5,
              "gap": 0,
              "cost": 0.5,
              "criticalPath": [
                "t0"
              ],
              "tasks": [
                {
                  "task": "t0",
                  "agent": "qa",
                  "slot": 0,
                  "start": 0,
                  "finish": 2.5,
                  "slack": 0
                }
              ],
              "agents": [
                {
                  "agent": "qa",
                  "tasks": 1,
                  "busy": 2.5,
                  "utilisation": 1
                }
              ],
              "unscheduled": [],
              "defaultEstimates": []
            }

            """;
        var plan = Plans.Route([new TaskNode("t0", "x") { Estimate = 2.5.Seconds() }], [], [new Agent("qa") { Types = ["x"], Cost = 0.5 }]);
        Assert.That(Scheduler.Schedule(plan).ToJson(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToJson_SmallSchedule_IsValidBySchema() => Assert.That(Faults("schedule", Schedules.Small().ToJson()), Is.Empty);

    [TestCaseSource(typeof(Plans), nameof(Plans.HostileTexts))]
    public void ToJson_HostileText_ComesBackEqual(string text) =>
        Assert.That(Parse(Schedules.Hostile(text).ToJson()).GetProperty("tasks")[0].GetProperty("task").GetString(), Is.EqualTo(text));

    [Test]
    public void ToJson_TasksThatAreLeftOut_HaveReasons()
    {
        var rows = Parse(Schedules.Small().ToJson()).GetProperty("unscheduled").EnumerateArray().Select(row => row.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        Assert.That(rows, Is.EqualTo(new[] { """{"task":"x","reason":"unassigned"}""", """{"task":"y","reason":"blocked","blockedBy":"x"}""" }));
    }

    [Test]
    public void ToJson_ManyTasks_AreInOrderOfTheirStart() =>
        Assert.That(Parse(Schedules.Many(2_000).ToJson()).GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("start").GetDouble()), Is.Ordered);

    [Test]
    public void ToJson_Explanation_IsValidBySchema([Values] AgentSelection selection)
    {
        var schedule = Scheduler.Schedule(Schedules.Small().Plan, new ScheduleOptions { Selection = selection });
        Assert.That(Faults("schedule-explanation", schedule.Explain("b").ToJson()), Is.Empty);
    }

    [Test]
    public void ToText_Explanation_NamesTheWaitAndTheCandidates()
    {
        var schedule = Scheduler.Schedule(Schedules.Small().Plan, new ScheduleOptions { Selection = AgentSelection.EarliestFinish });
        const string Expected =
            """
            b -> builder, slot 0, from 60 s to 90 s
            'b' starts when 'a' ends, at 60 s. Only 'builder' may do it.
            It is critical: to finish it later moves the makespan.

            Agents that may do it, as they stood when it was placed
                       takes  start  finish  cost  work a slot
              builder   30 s   60 s    90 s     0         30 s  chosen

            """;
        Assert.That(schedule.Explain("b").ToText(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    private static IReadOnlyList<string> Faults(string schema, string json) => JsonSchema.Load(schema).Validate(JsonSchema.Parse(json));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
