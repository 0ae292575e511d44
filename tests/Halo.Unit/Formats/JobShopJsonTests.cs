namespace Halo.Unit.Formats;

/// <summary>Job shops of JSPLib and of the ScheduleOpt benchmarks.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class JobShopJsonTests
{
    private const string Jsplib =
        """
        {"instance": "x", "year": "1963", "machines": 3, "jobs": 2, "data": [
          {"job": 0, "operation": 1, "machine": 0, "duration": 3},
          {"job": 0, "operation": 0, "machine": 2, "duration": 1.5},
          {"job": 1, "operation": 0, "machine": 2, "duration": 4}
        ]}
        """;

    private const string ScheduleOpt =
        """
        {"instance": "x", "format": "fajsp", "operations": [
          {"operation": 0, "option": 0, "machine": 0, "duration": 25},
          {"operation": 0, "option": 1, "machine": 2, "duration": 37},
          {"operation": 2, "option": 0, "machine": 0, "duration": 1},
          {"operation": 1, "option": 0, "machine": 0, "duration": 2}
        ], "precedences": [{"before": 0, "after": 2, "job": 5}, {"before": 1, "after": 2}]}
        """;

    [TestCase(Jsplib, "j0.0 [] m2=1.5; j0.1 [j0.0] m0=3; j1.0 [] m2=4")]
    [TestCase(ScheduleOpt, "o0 [] m0=25 m2=37; o1 [] m0=2; o2 [o0 o1] m0=1")]
    public void Parse_Shop_HasItsOperations(string text, string operations)
    {
        var graph = Texts.Sound(text).Graph;
        Assert.That(
            string.Join("; ", Enumerable.Range(0, graph.Count).Select(task =>
                $"{graph.IdOf(task)} [{string.Join(' ', graph[task].DependsOn)}] {string.Join(' ', graph.EstimateOf(task)!.SecondsByAgent.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}")),
            Is.EqualTo(operations));
    }

    [TestCase(Jsplib, "m0 m1 m2")]
    [TestCase(ScheduleOpt, "m0 m1 m2")]
    public void Parse_Machines_AreThoseOfTheFileOrThoseUsed(string text, string machines) =>
        Assert.That(string.Join(' ', Texts.Sound(text).Agents!.Select(agent => agent.Name)), Is.EqualTo(machines));

    [TestCase(ScheduleOpt, "o2", "5")]
    [TestCase(ScheduleOpt, "o1", "(absent)")]
    [TestCase(Jsplib, "j1.0", "1")]
    public void Parse_Job_IsANumberWhereTheFileSaysIt(string text, string operation, string job) => Assert.That(Texts.Attribute(Texts.Sound(text), operation, "job").ToString(), Is.EqualTo(job));

    [Test]
    public void Read_FaultyJsplib_NamesEveryFaultWithItsLine() =>
        Assert.That(
            Texts.FaultsOf(
                """
                {"machines": 2, "jobs": 2, "data": [
                  {"job": 0, "operation": 0, "machine": 0, "duration": 3},
                  {"job": 0, "operation": 0, "machine": 1, "duration": 3},
                  {"job": -1, "operation": 0, "machine": 0, "duration": 3},
                  {"job": 1, "operation": 0, "machine": 2, "duration": 3},
                  {"job": 1, "operation": 1, "machine": 0, "duration": -3},
                  {"job": 1, "operation": 2},
                  7
                ]}
                """),
            Is.EquivalentTo(new[]
            {
                "3: HALO205 Operation 0 of job 0 is given twice, first on line 2.",
                "4: HALO004 An operation: 'job' or 'operation' is negative.",
                "5: HALO004 Operation 'j1.0': there is no machine 2.",
                "6: HALO004 An operation: 'duration' is negative.",
                "7: HALO005 An operation: it has no 'machine'.",
                "7: HALO005 An operation: it has no 'duration'.",
                "8: HALO004 An operation: it must be an object, not a number.",
            }));

    [Test]
    public void Read_FaultyScheduleOpt_NamesEveryFaultWithItsLine() =>
        Assert.That(
            Texts.FaultsOf(
                """
                {"operations": [
                  {"operation": 0, "machine": 0, "duration": 25},
                  {"operation": -1, "machine": 0, "duration": 25},
                  {"operation": 1, "machine": 0},
                  {"operation": 1, "machine": 0, "duration": -1}
                ], "precedences": [
                  {"before": 0, "after": 2},
                  {"before": 0}
                ]}
                """),
            Is.EquivalentTo(new[]
            {
                "3: HALO004 An operation: 'operation' is negative.",
                "4: HALO005 An operation: it has no 'duration'.",
                "5: HALO004 An operation: 'duration' is negative.",
                "7: HALO202 A precedence names operation 2, which does not exist.",
                "8: HALO005 A precedence: it has no 'after'.",
            }));

    [TestCase("""{"machines": 1, "jobs": 2, "data": [{"job": 0, "operation": 0, "machine": 0, "duration": 3}]}""", "1: HALO004 'jobs' is 2, but there are operations of 1 jobs.")]
    [TestCase("""{"machines": 1, "jobs": 2}""", "1: HALO005 the file has no 'data'.")]
    [TestCase("""{"precedences": [{"before": 0, "after": 1}]}""", "1: HALO005 the file has no 'operations'.")]
    [TestCase("""{"operations": [{"operation": 0, "machine": 0, "duration": 25}, {"operation": 0, "machine": 0, "duration": 26}]}""", "1: HALO004 Operation 'o0': machine 0 is given twice.")]
    public void Read_OneFault_NamesIt(string text, string fault) => Assert.That(Texts.FaultsOf(text), Has.Some.EqualTo(fault));
}
