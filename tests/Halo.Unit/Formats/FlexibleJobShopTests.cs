namespace Halo.Unit.Formats;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class FlexibleJobShopTests
{
    private const string Sound =
        """
        {
          "machines": 3,
          "jobs": [
            [[{"machine": 2, "processing": 4}, {"machine": 0, "processing": 6.5}], [{"machine": 1, "processing": 0}]],
            [[{"machine": 0, "processing": 1}, {"machine": 2, "processing": 2}]]
          ]
        }
        """;

    [Test]
    public void Parse_Job_IsAChain() => Assert.That(Texts.EdgesOf(Texts.Sound(Sound)), Is.EqualTo(new[] { "j0.0->j0.1" }));

    [Test]
    public void Parse_Type_NamesTheSetOfMachinesWhateverTheirOrder()
    {
        var graph = Texts.Sound(Sound).Graph;
        Assert.That(Enumerable.Range(0, 3).Select(graph.TypeOf), Is.EqualTo(new[] { "m0_m2", "m1", "m0_m2" }));
    }

    [Test]
    public void Parse_Machines_ListTheSetsThatTheyAreIn()
    {
        var agents = Texts.Sound(Sound).Agents!;
        Assert.That(agents.Select(agent => $"{agent.Name} {agent.MaxConcurrentTasks}: {string.Join(' ', agent.Types)}"), Is.EqualTo(new[] { "m0 1: m0_m2", "m1 1: m1", "m2 1: m0_m2" }));
    }

    [Test]
    public void Parse_Estimate_IsByMachine() =>
        Assert.That(Texts.Sound(Sound).Graph.EstimateOf(0)!.SecondsByAgent, Is.EquivalentTo(new Dictionary<string, double> { ["m0"] = 6.5, ["m2"] = 4 }));

    [Test]
    public void Parse_JobAndOperation_AreNumbers()
    {
        var file = Texts.Sound(Sound);
        Assert.That((Texts.Attribute(file, "j0.1", "job"), Texts.Attribute(file, "j0.1", "operation")), Is.EqualTo((AttributeValue.Of(0), AttributeValue.Of(1))));
    }

    [Test]
    public void Parse_MachineWithoutWork_IsAnAgentWithoutTypes() =>
        Assert.That(Texts.Sound("""{"machines":2,"jobs":[[[{"machine":0,"processing":1}]]]}""").Agents![1].Types, Is.Empty);

    [Test]
    public void Read_Faulty_NamesEveryFaultWithItsLine() =>
        Assert.That(
            Texts.FaultsOf(
                """
                {
                  "machines": 2,
                  "jobs": [
                    [[{"machine": 2, "processing": 4}]],
                    [
                      [{"machine": 0, "processing": -1}],
                      [{"machine": 0}],
                      [{"processing": 3, "speed": 1}],
                      [],
                      5,
                      [{"machine": 1, "processing": 1},
                       {"machine": 1, "processing": 2}]
                    ],
                    [],
                    "job"
                  ],
                  "machines": 3
                }
                """),
            Is.EqualTo(new[]
            {
                "4: HALO004 Operation 'j0.0': there is no machine 2.",
                "6: HALO004 Operation 'j1.0': 'processing' is negative.",
                "7: HALO005 Operation 'j1.1': an alternative has no 'processing'.",
                "8: HALO005 Operation 'j1.2': an alternative has no 'machine'.",
                "8: HALO003 Operation 'j1.2': unknown property 'speed'.",
                "9: HALO205 Operation 'j1.3': it has no machine.",
                "10: HALO004 Operation 'j1.4': it must be an array, not a number.",
                "12: HALO004 Operation 'j1.5': machine 1 is given twice.",
                "14: HALO205 Job '2': it has no operations.",
                "15: HALO004 Job '3': it must be an array, not a string.",
                "17: HALO003 property 'machines' is given twice.",
            }));

    [TestCase("""{"machines": 0, "jobs": []}""", "1: HALO004 'machines' is 0.")]
    [TestCase("""{"machines": 2}""", "1: HALO005 the file has no 'jobs'.")]
    [TestCase("""{"jobs": [[[{"machine": 0, "processing": 1}]]]}""", "1: HALO005 the file has no 'machines'.")]
    [TestCase("""{"machines": 2, "jobs": {}}""", "1: HALO004 'jobs' must be an array, not an object.")]
    [TestCase("""{"machines": 2147483647, "jobs": []}""", "1: HALO007 The file has more than 10000000 machines.")]
    [TestCase("""{"machines": 2, "jobs": [[[{"machine": -1, "processing": 1}]]]}""", "1: HALO004 Operation 'j0.0': there is no machine -1.")]
    public void Read_OneFault_NamesIt(string text, string fault) => Assert.That(Texts.FaultsOf(text), Is.EqualTo(new[] { fault }));
}
