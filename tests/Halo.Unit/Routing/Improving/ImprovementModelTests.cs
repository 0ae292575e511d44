using Halo.Routing;
using static Halo.Unit.Routing.Scheduling.Problems;

namespace Halo.Unit.Routing.Improving;

/// <summary>What of a schedule may be moved, and where to.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ImprovementModelTests
{
    private static readonly Agent[] Agents =
        [new Agent("a") { Types = ["x"], Cost = 2, MaxConcurrentTasks = 2 }, new Agent("b") { Types = ["x"], Cost = 1, Speed = 2 }, new Agent("c") { Types = ["x"], Cost = 2, Speed = 4 }];

    private static readonly TaskNode[] Tasks =
    [
        Task("old", 1) with { Status = TaskNodeStatus.Completed }, Task("held", 8, "last") with { Status = TaskNodeStatus.InProgress, Agent = "b" },
        Task("first", 4, "old"), Task("last", 8, "first", "other"), Task("other", 2), new TaskNode("nobody", "unknown"),
    ];

    [Test]
    public void Tasks_OfAModel_AreTheScheduledOnesWithTheirNeighbours()
    {
        var schedule = Models.Schedule(Tasks, Agents);
        var model = new ImprovementModel(schedule);
        string[] names = [.. model.Tasks.Select(schedule.Graph.IdOf)];
        Assert.That(names, Is.EqualTo(new[] { "other", "first", "last", "held" }));
        Assert.That(Enumerable.Range(0, 4).Select(task => string.Join(' ', model.Before(task).ToArray().Select(one => names[one]))), Is.EqualTo(new[] { "", "", "first other", "" }));
        Assert.That(Enumerable.Range(0, 4).Select(task => string.Join(' ', model.After(task).ToArray().Select(one => names[one]))), Is.EqualTo(new[] { "last", "last", "", "" }));
        Assert.That((model.Count, model.IsHeld), Is.EqualTo((4, new[] { false, false, false, true })));
    }

    [Test]
    public void Machines_OfAModel_AreTheSlotsOfEachAgent()
    {
        var model = new ImprovementModel(Models.Schedule(Tasks, Agents));
        Assert.That((model.FirstMachine, model.MachineCount), Is.EqualTo((new[] { 0, 2, 3, 4 }, 4)));
    }

    [TestCase(AgentSelection.EarliestFinish, "a4 b2 c1")]
    [TestCase(AgentSelection.Balanced, "c1")]
    [TestCase(AgentSelection.Cheapest, "b2")]
    public void Options_OfATask_KeepWhatItsSelectionStandsFor(AgentSelection selection, string expected) =>
        Assert.That(OptionsOf(Models.Schedule([Task("t", 4)], Agents, new ScheduleOptions { Selection = selection })), Is.EqualTo(expected));

    [Test]
    public void Options_WhereTheCheapestIsTooLate_AreNoDearer()
    {
        // "c" was needed for the deadline; what costs as much or less may take its place.
        var options = new ScheduleOptions { Selection = AgentSelection.Cheapest, Deadline = 1 };
        Assert.That(OptionsOf(Models.Schedule([Task("t", 4)], [.. Agents, new Agent("dear") { Types = ["x"], Cost = 2.5, Speed = 3 }], options)), Is.EqualTo("a4 b2 c1"));
    }

    [TestCase(CapacityMode.Concurrent, "a4 b2 c1")]
    [TestCase(CapacityMode.WholeGraph, "c1")]
    public void Options_OfATask_StayWhereCapacityIsOfTheWholeGraph(CapacityMode capacity, string expected) =>
        Assert.That(OptionsOf(Models.Schedule([Task("t", 4)], Agents, route: new RouteOptions { Capacity = capacity })), Is.EqualTo(expected));

    [Test]
    public void From_ASchedule_AndBackIsTheSame()
    {
        var schedule = Models.Schedule(Tasks, Agents);
        var model = new ImprovementModel(schedule);
        var start = ImprovementPlaces.From(schedule, model);
        Assert.That(ImprovementPlaces.ToSchedule(schedule, model, start).Tasks, Is.EqualTo(schedule.Tasks));
        Assert.That(start.Makespan, Is.EqualTo(schedule.Makespan));
    }

    [Test]
    public void Create_ByChance_PutsEachTaskWhereItEndsFirst()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var (model, start) = Random(seed);
            var created = new Recombination(model, start, new Random(seed)).Create();
            AssertOrder(model, created, seed);
            var (free, finish) = (new double[model.MachineCount], new double[model.Count]);
            foreach (var task in created.Sequence)
            {
                var ready = model.IsHeld[task] ? 0 : model.Before(task).ToArray().Select(before => finish[before]).DefaultIfEmpty(0).Max();
                var machine = created.MachineOf(task);
                var end = Math.Max(ready, free[machine]) + model.Options[created.OptionOf(task)].Seconds;
                var best = (from option in Enumerable.Range(model.OptionStarts[task], model.OptionStarts[task + 1] - model.OptionStarts[task])
                            let agent = model.Options[option].Agent
                            from one in Enumerable.Range(model.FirstMachine[agent], model.FirstMachine[agent + 1] - model.FirstMachine[agent])
                            select Math.Max(ready, free[one]) + model.Options[option].Seconds).Min();
                if (!model.IsHeld[task]) Assert.That(end, Is.EqualTo(best), $"seed {seed}, task {task}");
                finish[task] = free[machine] = end;
            }
        }
    }

    [Test]
    public void Create_Again_TakesAnotherOrder()
    {
        var (model, start) = Random(4);
        var recombination = new Recombination(model, start, new Random(1));
        Assert.That(Enumerable.Range(0, 10).Select(_ => string.Join(' ', recombination.Create().Sequence.ToArray())).Distinct().Count(), Is.GreaterThan(5));
    }

    [Test]
    public void Cross_TwoSchedules_KeepsWhatTheyHaveInCommon()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var (model, start) = Random(seed);
            var recombination = new Recombination(model, start, new Random(seed));
            var (mother, father) = (recombination.Create(), recombination.Create());
            var child = recombination.Cross(mother, father);
            AssertOrder(model, child, seed);
            var (place, motherPlace, fatherPlace) = (PlacesOf(child), PlacesOf(mother), PlacesOf(father));
            for (var a = 0; a < model.Count; a++)
            {
                var own = (child.OptionOf(a), child.MachineOf(a));
                Assert.That(own == (mother.OptionOf(a), mother.MachineOf(a)) || own == (father.OptionOf(a), father.MachineOf(a)), Is.True, $"seed {seed}, task {a}");
                for (var b = 0; b < model.Count; b++)
                {
                    if (motherPlace[a] < motherPlace[b] && fatherPlace[a] < fatherPlace[b]) Assert.That(place[a], Is.LessThan(place[b]), $"seed {seed}, tasks {a} and {b}");
                }
            }
        }
    }

    [Test]
    public void Cross_TwoSchedules_TakesOrderAndPlacesFromBoth()
    {
        var (model, start) = Random(4);
        var recombination = new Recombination(model, start, new Random(1));
        var (mother, father) = (recombination.Create(), recombination.Create());
        string[] children = [.. Enumerable.Range(0, 20).Select(_ => recombination.Cross(mother, father)).Select(child => string.Join(' ', child.Sequence.ToArray().Select(task => $"{task}@{child.MachineOf(task)}")))];
        Assert.That(children.Distinct().Count(), Is.GreaterThan(10));
    }

    private static void AssertOrder(ImprovementModel model, Elite elite, int seed)
    {
        var place = PlacesOf(elite);
        Assert.That(elite.Sequence.ToArray().Order(), Is.EqualTo(Enumerable.Range(0, model.Count)), $"seed {seed}");
        for (var task = 0; task < model.Count; task++)
        {
            foreach (var before in model.Before(task)) Assert.That(place[before], Is.LessThan(place[task]), $"seed {seed}");
            if (model.IsHeld[task]) Assert.That(place[task], Is.LessThan(model.IsHeld.Count(held => held)), $"seed {seed}");
        }
    }

    private static int[] PlacesOf(Elite elite)
    {
        var places = new int[elite.Sequence.Length];
        for (var place = 0; place < places.Length; place++) places[elite.Sequence[place]] = place;
        return places;
    }

    private static (ImprovementModel Model, Elite Start) Random(int seed)
    {
        var random = new Random(seed);
        var tasks = Enumerable.Range(0, 14).Select(i => Task($"t{i}", random.Next(1, 9), [.. Enumerable.Range(0, i).Where(_ => random.Next(8) == 0).Select(j => $"t{j}")])).ToArray();
        foreach (var i in new[] { 3, 9 }) tasks[i] = tasks[i] with { Status = TaskNodeStatus.InProgress, Agent = "ab"[random.Next(2)].ToString() };
        var schedule = Models.Schedule(tasks, Agents);
        var model = new ImprovementModel(schedule);
        return (model, ImprovementPlaces.From(schedule, model));
    }

    private static string OptionsOf(Schedule schedule) =>
        string.Join(' ', new ImprovementModel(schedule).Options.Select(option => FormattableString.Invariant($"{schedule.Plan.Agents[option.Agent].Name}{option.Seconds}")));
}
