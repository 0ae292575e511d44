using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling.Improving;

/// <summary>The places where a task may go, beside what moving it there really gives.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ReinsertionTests
{
    private static readonly Agent[] Agents = [new Agent("p") { Types = ["x"] }, new Agent("q") { Types = ["x"], Speed = 2 }];

    [Test]
    public void Visit_TaskAmongOthersWithoutDependencies_HasEveryPlace()
    {
        // p: a 0-4, b 4-10; q: c 0-1, d 1-3. Nothing has to come before or behind "b", so that every place is as good.
        var model = new ImprovementModel(Models.Schedule([Task("a", 4), Task("b", 6), Task("c", 2), Task("d", 4)], Agents));
        var graph = Models.Graph(model, [0, 1], [2, 3]);
        Assert.That(Places(model, graph, 1), Is.EqualTo("p behind -1 10, q behind -1 6, q behind 2 6, q behind 3 6"));
    }

    [Test]
    public void Visit_TaskWithDependencies_ComesBehindWhatEndsBeforeItAndBeforeWhatMayWait()
    {
        // "m" can begin at 4 and has 5 behind it; on q the first two end by then, and only the last may come behind it.
        TaskNode[] tasks = [Task("a", 4), Task("u", 2), Task("v", 4), Task("w", 12), Task("m", 2, "a"), Task("z", 5, "m")];
        var model = new ImprovementModel(Models.Schedule(tasks, Agents));
        Assert.That(Places(model, Models.Graph(model, [0, 4, 5], [1, 2, 3]), 4), Is.EqualTo("q behind 2 11, q behind 3 15"));
    }

    [Test]
    public void Visit_TaskThatMayNotWait_HasNoPlaceBehindIt()
    {
        // Behind "w" there are 4 seconds left, and 5 behind "m".
        TaskNode[] tasks = [Task("a", 4), Task("u", 2), Task("v", 4), Task("w", 8), Task("m", 2, "a"), Task("z", 5, "m")];
        var model = new ImprovementModel(Models.Schedule(tasks, Agents));
        Assert.That(Places(model, Models.Graph(model, [0, 4, 5], [1, 2, 3]), 4), Is.EqualTo("q behind 2 10"));
    }

    [Test]
    public void Visit_PlaceTheTaskHas_IsNotGiven()
    {
        var model = new ImprovementModel(Models.Schedule([Task("a", 4)], [Agents[0]]));
        Assert.That(Places(model, Models.Graph(model, [0]), 0), Is.Empty);
    }

    [Test]
    public void Visit_HeldTask_IsNeverMovedFromTheFront()
    {
        var held = Task("held", 3) with { Status = TaskNodeStatus.InProgress, Agent = "q" };
        var model = new ImprovementModel(Models.Schedule([Task("a", 4), held], Agents));
        Assert.That(Places(model, Models.Graph(model, [0], [1]), 0), Is.EqualTo("q behind 1 3.5"));
    }

    [TestCase(6)]
    [TestCase(7)]
    public void Visit_AgentOfSlots_LooksAtSixAtMost(int slots)
    {
        // Every slot has a task, and the first two.
        var model = new ImprovementModel(Models.Schedule([.. Enumerable.Range(0, slots + 1).Select(i => Task($"t{i}", 4))], [new Agent("many") { Types = ["x"], MaxConcurrentTasks = slots }]));
        var visitor = new Collector { Found = [] };
        new ReinsertionNeighborhood(model, Models.Graph(model, [[0, slots], .. Enumerable.Range(1, slots - 1).Select(i => new[] { i })]), new Random(3)).Visit(slots, ref visitor);
        Assert.That(visitor.Found.Select(place => place.Machine).Distinct().Count(), slots == 6 ? Is.EqualTo(6) : Is.InRange(1, 6));
        Assert.That(visitor.Found, Has.Count.LessThanOrEqualTo(2 * ReinsertionNeighborhood.MostSlots));
    }

    [Test]
    public void Visit_RandomSchedules_ItsLengthIsThePathThroughTheTaskOrMore()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var (model, graph) = RandomGraph(seed, hasEdges: true);
            for (var task = 0; task < model.Count; task++)
            {
                var visitor = new Collector { Found = [] };
                new ReinsertionNeighborhood(model, graph, new Random(1)).Visit(task, ref visitor);
                foreach (var place in visitor.Found)
                {
                    var moved = Models.Elite(model, MachinesOf(graph));
                    var copy = new DisjunctiveGraph(model);
                    moved.Restore(copy);
                    Assert.That(copy.Move(place.Task, place.Option, place.Machine, place.Previous), Is.True, $"seed {seed}: {place} closes a circle");
                    Assert.That(place.Length, Is.GreaterThanOrEqualTo(copy.Head[task] + copy.Seconds[task] + copy.Tail[task] - 1e-9), $"seed {seed}: {place}");
                }
            }
        }
    }

    [Test]
    public void Visit_TasksWithoutDependencies_OneOfThePlacesIsTheBestOfItsMachine()
    {
        // Without them every length is exact, and of all places none is better.
        for (var seed = 1; seed <= 25; seed++)
        {
            var (model, graph) = RandomGraph(seed, hasEdges: false);
            for (var task = 0; task < model.Count; task++)
            {
                var visitor = new Collector { Found = [] };
                new ReinsertionNeighborhood(model, graph, new Random(1)).Visit(task, ref visitor);
                foreach (var place in visitor.Found) Assert.That(place.Length, Is.EqualTo(LengthAt(model, graph, task, place.Option, place.Machine, place.Previous)).Within(1e-9), $"seed {seed}: {place}");
                foreach (var option in Enumerable.Range(model.OptionStarts[task], model.OptionStarts[task + 1] - model.OptionStarts[task]))
                {
                    var machine = model.FirstMachine[model.Options[option].Agent];
                    var here = machine == graph.Machine[task] ? graph.Head[task] + graph.Seconds[task] + graph.Tail[task] : double.PositiveInfinity;
                    var best = Enumerable.Range(-1, model.Count + 1).Where(previous => previous < 0 || (previous != task && graph.Machine[previous] == machine)).Min(previous => LengthAt(model, graph, task, option, machine, previous));
                    Assert.That(visitor.Found.Where(place => place.Machine == machine).Select(place => place.Length).Append(here).Min(), Is.EqualTo(best).Within(1e-9), $"seed {seed}, task {task}, machine {machine}");
                }
            }
        }
    }

    private static double LengthAt(ImprovementModel model, DisjunctiveGraph graph, int task, int option, int machine, int previous)
    {
        var copy = new DisjunctiveGraph(model);
        Models.Elite(model, MachinesOf(graph)).Restore(copy);
        return copy.Move(task, option, machine, previous) ? copy.Head[task] + copy.Seconds[task] + copy.Tail[task] : double.PositiveInfinity;
    }

    private static (ImprovementModel Model, DisjunctiveGraph Graph) RandomGraph(int seed, bool hasEdges)
    {
        var random = new Random(seed);
        var tasks = Enumerable.Range(0, 8).Select(i => Task($"t{i}", random.Next(1, 9), [.. Enumerable.Range(0, i).Where(_ => hasEdges && random.Next(4) == 0).Select(j => $"t{j}")])).ToArray();
        var model = new ImprovementModel(Models.Schedule(tasks, [.. Agents, new Agent("r") { Types = ["x"] }]));
        var machines = new List<int>[] { [], [], [] };
        for (var task = 0; task < model.Count; task++) machines[random.Next(3)].Add(task);
        var orders = machines.Select(list => list.ToArray()).ToArray();
        if (!hasEdges) Array.ForEach(orders, random.Shuffle);
        return (model, Models.Graph(model, orders));
    }

    private static int[][] MachinesOf(DisjunctiveGraph graph) => [.. graph.First.Select((_, machine) => graph.Order.Where(task => graph.Machine[task] == machine).ToArray())];

    private static string Places(ImprovementModel model, DisjunctiveGraph graph, int task)
    {
        var visitor = new Collector { Found = [] };
        new ReinsertionNeighborhood(model, graph, new Random(1)).Visit(task, ref visitor);
        return string.Join(", ", visitor.Found.Select(place => FormattableString.Invariant($"{"pq"[place.Machine]} behind {place.Previous} {place.Length}")));
    }

    private struct Collector : IReinsertionVisitor
    {
        public List<Reinsertion> Found;

        public readonly void Visit(in Reinsertion reinsertion) => Found.Add(reinsertion);
    }
}
