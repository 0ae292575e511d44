using FsCheck;
using FsCheck.Fluent;

namespace Halo.Unit.Routing.Graph;

/// <summary>Random DAGs whose tasks are not listed in topological order, with repeated edges.</summary>
internal static class RandomGraphs
{
    /// <summary>Tasks named by position; the dependencies follow a hidden order, so there is no cycle.</summary>
    public static Gen<TaskNode[]> Dags(int most) =>
        from count in Gen.Choose(0, most)
        from hidden in Gen.Shuffle(Enumerable.Range(0, count))
        from density in Gen.Choose(0, 3)
        from picks in Gen.Choose(0, 1_000_000).ArrayOf(count * density)
        select Build(count, hidden, picks);

    private static TaskNode[] Build(int count, int[] hidden, int[] picks)
    {
        var dependsOn = Enumerable.Range(0, count).Select(_ => new List<string>()).ToArray();
        foreach (var pick in picks)
        {
            var later = 1 + (pick % Math.Max(1, count - 1));
            if (later >= count) continue;
            dependsOn[hidden[later]].Add($"t{hidden[(pick / 1_000) % later]}");
        }

        return [.. dependsOn.Select((ids, i) => new TaskNode($"t{i}", "x") { DependsOn = ids })];
    }
}
