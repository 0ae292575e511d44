namespace Halo.Unit.Routing.Agents;

/// <summary>Agents in their order, and what makes one unusable.</summary>
[TestFixture, Category("Unit")]
public sealed class AgentRegistryTests
{
    private static readonly AgentRegistry Registry = AgentRegistry.Create(
        new Agent("b") { Types = ["x", "y"] }, new Agent("a") { Types = ["y", "x", "y"] }, new Agent("c") { Types = ["X"] }, new Agent("d"));

    public static IEnumerable<TestCaseData> FaultyAgents()
    {
        (string Name, Agent? Agent, string Says, string Helps)[] rows =
        [
            ("null agent", null, "position 2 has no name", "a name of its own"),
            ("null name", new Agent(null!), "position 2 has no name", "a name of its own"),
            ("empty name", new Agent(""), "position 2 has no name", "a name of its own"),
            ("half a pair in the name", new Agent("x\uD83D"), "half of a surrogate pair", "whole Unicode"),
            ("no capacity", new Agent("q") { MaxConcurrentTasks = 0 }, "'maxConcurrentTasks' is 0", "at least 1"),
            ("negative capacity", new Agent("q") { MaxConcurrentTasks = int.MinValue }, "'maxConcurrentTasks' is -2147483648", "at least 1"),
            ("rate above one", new Agent("q") { SuccessRate = 1.01 }, "'successRate' is 1.01", "from 0 to 1"),
            ("negative rate", new Agent("q") { SuccessRate = -0.1 }, "'successRate' is -0.1", "from 0 to 1"),
            ("rate that is no number", new Agent("q") { SuccessRate = double.NaN }, "'successRate' is NaN", "from 0 to 1"),
            ("negative cost", new Agent("q") { Cost = -1 }, "'cost' is -1", "from 0 to 1000000000000"),
            ("infinite cost", new Agent("q") { Cost = double.PositiveInfinity }, "'cost' is", "from 0 to"),
            ("cost that is no number", new Agent("q") { Cost = double.NaN }, "'cost' is NaN", "from 0 to"),
            ("no speed", new Agent("q") { Speed = 0 }, "'speed' is 0", "from 0.001 to 1000000"),
            ("infinite speed", new Agent("q") { Speed = double.PositiveInfinity }, "'speed' is", "from 0.001"),
            ("speed below the lowest", new Agent("q") { Speed = Math.BitDecrement(Agent.MinSpeed) }, "'speed' is", "from 0.001"),
            ("speed above the highest", new Agent("q") { Speed = Math.BitIncrement(Agent.MaxSpeed) }, "'speed' is", "from 0.001"),
            ("cost above the highest", new Agent("q") { Cost = Math.BitIncrement(Agent.MaxCost) }, "'cost' is", "from 0 to"),
            ("control character in the name", new Agent("x\0y"), "holds the control character U+0000 at position 2", "Remove it"),
            ("line break in a type", new Agent("q") { Types = ["a\nb"] }, "a text of 'types' holds the control character U+000A at position 2", "Remove it"),
            ("endless name", new Agent(new string('x', TextRules.MaxNameLength + 1)), "is 10001 characters long; 10000 are allowed", "Shorten"),
            ("null types", new Agent("q") { Types = null! }, "'types' is missing", "not empty"),
            ("null type", new Agent("q") { Types = [null!] }, "'types' is missing or holds an empty", "not empty"),
            ("empty type", new Agent("q") { Types = ["x", ""] }, "'types' is missing or holds an empty", "not empty"),
            ("half a pair in a skill", new Agent("q") { Skills = ["\uDC00"] }, "a text of 'skills' holds half of a surrogate pair", "whole"),
        ];
        return rows.Select(row => new TestCaseData(row.Agent, row.Says, row.Helps).SetArgDisplayNames(row.Name));
    }

    [TestCaseSource(nameof(FaultyAgents))]
    public void Create_FaultyAgent_IsNamedOnce(Agent? agent, string says, string helps)
    {
        var fault = Faults.Only(() => AgentRegistry.Create(new Agent("sound"), agent!));
        Assert.That((fault.Code, fault.Help.Contains(helps, StringComparison.Ordinal)), Is.EqualTo((DiagnosticCodes.InvalidAgent, true)), fault.ToString());
        Assert.That(fault.Message, Does.Contain(says));
    }

    [Test]
    public void Create_DuplicateName_NamesTheFirst()
    {
        var fault = Faults.Only(() => AgentRegistry.Create(new Agent("x"), new Agent("a"), new Agent("a")));
        Assert.That((fault.Code, fault.Message), Is.EqualTo((DiagnosticCodes.DuplicateAgent, "Agent 'a' has the same name as the agent at position 2.")));
    }

    [Test]
    public void Create_ManyFaults_FindsAll() =>
        Assert.That(Faults.Of(() => AgentRegistry.Create(new Agent("a") { Speed = 0, Cost = -1 }, new Agent("a") { SuccessRate = 2 }, new Agent(""))), Has.Count.EqualTo(5));

    [Test]
    public void Create_ExtremeFigures_AreAllowed() =>
        Assert.DoesNotThrow(() => AgentRegistry.Create(
            new Agent("a") { SuccessRate = 0, Cost = 0, Speed = Agent.MinSpeed, MaxConcurrentTasks = int.MaxValue },
            new Agent("b") { SuccessRate = 1, Cost = Agent.MaxCost, Speed = Agent.MaxSpeed }));

    [Test]
    public void Create_Null_Throws() => Assert.Throws<ArgumentNullException>(() => AgentRegistry.Create((IEnumerable<Agent>)null!));

    [Test]
    public void Create_NoAgents_IsAllowed() => Assert.That(AgentRegistry.Create([]), Is.Empty);

    [Test]
    public void Enumeration_OfARegistry_IsInOrderOfRegistration() => Assert.That(Registry.Select(agent => agent.Name), Is.EqualTo(new[] { "b", "a", "c", "d" }));

    [TestCase("b", 0)]
    [TestCase("d", 3)]
    [TestCase("B", -1)]
    [TestCase("", -1)]
    public void IndexOf_Name_IsItsPlaceOrMinusOne(string name, int place) => Assert.That(Registry.IndexOf(name), Is.EqualTo(place));

    [TestCase("x", new[] { 0, 1 })]
    [TestCase("y", new[] { 0, 1 })]
    [TestCase("X", new[] { 2 })]
    [TestCase("z", new int[0])]
    public void WithType_Type_ListsItsAgentsOnceAndInOrder(string type, int[] places) => Assert.That(Registry.WithType(type).ToArray(), Is.EqualTo(places));

    [Test]
    public void Types_OfARegistry_AreEveryListedType() => Assert.That(Registry.Types, Is.EquivalentTo(new[] { "x", "y", "X" }));
}
