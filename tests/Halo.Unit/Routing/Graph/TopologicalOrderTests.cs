namespace Halo.Unit.Routing.Graph;

/// <summary>The order and the waves, against naive definitions of both.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TopologicalOrderTests
{
    [Test]
    public void Order_RandomDags_EqualsNaiveKahnWithAFifoQueue() =>
        Check.ForAll(RandomGraphs.Dags(40), 2_000, tasks =>
        {
            var graph = TaskGraph.Create(tasks);
            string[] order = [.. graph.Order.ToArray().Select(graph.IdOf)];
            var expected = Kahn(tasks);
            return order.SequenceEqual(expected) ? null : $"[{string.Join(' ', order)}] instead of [{string.Join(' ', expected)}]";
        });

    [Test]
    public void Wave_RandomDags_IsTheLongestPath()
    {
        var deepest = 0;
        Check.ForAll(RandomGraphs.Dags(40), 2_000, tasks =>
        {
            var graph = TaskGraph.Create(tasks);
            var depths = Depths(tasks);
            deepest = Math.Max(deepest, graph.WaveCount);
            if (graph.WaveCount != depths.Values.DefaultIfEmpty(-1).Max() + 1) return $"{graph.WaveCount} waves";
            for (var wave = 0; wave < graph.WaveCount; wave++)
            {
                foreach (var task in graph.Wave(wave))
                {
                    if (depths[graph.IdOf(task)] != wave) return $"{graph.IdOf(task)} is in wave {wave} and has depth {depths[graph.IdOf(task)]}";
                }
            }

            return Enumerable.Range(0, graph.WaveCount).SelectMany(wave => graph.Wave(wave).ToArray()).SequenceEqual(graph.Order.ToArray()) ? null : "the waves are not the order";
        });
        Assert.That(deepest, Is.GreaterThan(5), "The graphs are too flat to prove anything.");
    }

    [Test]
    public void Order_EveryEdge_LeadsForward() =>
        Check.ForAll(RandomGraphs.Dags(60), 500, tasks =>
        {
            var graph = TaskGraph.Create(tasks);
            var place = new int[graph.Count];
            for (var i = 0; i < place.Length; i++) place[graph.Order[i]] = i;
            return Enumerable.Range(0, graph.Count).All(task => graph.DependenciesOf(task).ToArray().All(before => place[before] < place[task])) ? null : "an edge leads backward";
        });

    [Test]
    public void Order_RootsAndChildren_KeepTheirInsertionOrder()
    {
        TaskNode[] tasks = [new("late", "x") { DependsOn = ["r2"] }, new("r2", "x"), new("r1", "x"), new("b", "x") { DependsOn = ["r1"] }, new("a", "x") { DependsOn = ["r1"] }];
        var graph = TaskGraph.Create(tasks);
        Assert.That(graph.Order.ToArray().Select(graph.IdOf), Is.EqualTo(new[] { "r2", "r1", "late", "b", "a" }));
    }

    [Test]
    public void Order_SeparateEdges_DecideTheOrderOfChildren()
    {
        TaskNode[] tasks = [new("root", "x"), new("a", "x"), new("b", "x")];
        var graph = TaskGraph.Create(tasks, [(0, 2), (0, 1)], edge => tasks[edge.Item1], edge => tasks[edge.Item2]);
        Assert.That(graph.Order.ToArray().Select(graph.IdOf), Is.EqualTo(new[] { "root", "b", "a" }));
    }

    private static List<string> Kahn(TaskNode[] tasks)
    {
        var edges = tasks.SelectMany(task => task.DependsOn.Distinct().Select(before => (From: before, To: task.Id))).ToList();
        var waiting = tasks.ToDictionary(task => task.Id, task => edges.Count(edge => edge.To == task.Id));
        var queue = new Queue<string>(tasks.Select(task => task.Id).Where(id => waiting[id] == 0));
        var order = new List<string>();
        while (queue.TryDequeue(out var id))
        {
            order.Add(id);
            foreach (var edge in edges.Where(edge => edge.From == id))
            {
                if (--waiting[edge.To] == 0) queue.Enqueue(edge.To);
            }
        }

        return order;
    }

    private static Dictionary<string, int> Depths(TaskNode[] tasks)
    {
        var byId = tasks.ToDictionary(task => task.Id);
        var depths = new Dictionary<string, int>();
        foreach (var task in tasks) Depth(task.Id);
        return depths;

        int Depth(string id) => depths.TryGetValue(id, out var known) ? known : depths[id] = byId[id].DependsOn.Select(before => Depth(before) + 1).DefaultIfEmpty(0).Max();
    }
}
