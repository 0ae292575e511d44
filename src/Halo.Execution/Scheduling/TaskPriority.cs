namespace Halo.Execution;

/// <summary>A total order of tasks: most work behind it first, then topological order.</summary>
internal sealed class TaskPriority : IComparer<int>
{
    private readonly double[] _rank;
    private readonly int[] _position;

    public TaskPriority(RoutingPlan plan)
    {
        _rank = UpwardRank.Of(plan);
        _position = new int[_rank.Length];
        for (var i = 0; i < _position.Length; i++) _position[plan.Graph.Order[i]] = i;
    }

    public int Compare(int x, int y) => _rank[x] != _rank[y] ? _rank[y].CompareTo(_rank[x]) : _position[x].CompareTo(_position[y]);
}
