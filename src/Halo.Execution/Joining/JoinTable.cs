namespace Halo.Execution;

/// <summary>What each task still waits for: three numbers a task.</summary>
internal sealed class JoinTable
{
    private readonly int[] _open;    // dependencies that have not ended
    private readonly int[] _needed;  // dependencies that must still count
    private readonly EdgeState[] _seen;

    public JoinTable(TaskGraph graph)
    {
        _open = new int[graph.Count];
        _needed = new int[graph.Count];
        _seen = new EdgeState[graph.Count];
        for (var task = 0; task < _open.Length; task++)
        {
            _open[task] = graph.DependenciesOf(task).Length;
            _needed[task] = graph.JoinOf(task) is { Kind: JoinKind.Quorum } quorum ? quorum.Count : _open[task];
        }
    }

    public bool IsReady(int task) => _needed[task] <= 0;

    /// <summary>
    /// Takes note of the end of a dependency. A task is ready at the edge that satisfies its rule, and skipped at its last
    /// edge: then the reason does not depend on which dependency ended first.
    /// </summary>
    public JoinDecision Note(int task, EdgeState edge)
    {
        var wasReady = IsReady(task);
        _open[task]--;
        _seen[task] |= edge;
        if (edge == EdgeState.Satisfied) _needed[task]--;
        if (wasReady) return JoinDecision.None;
        return IsReady(task) ? JoinDecision.Run : _open[task] == 0 ? JoinDecision.Skip : JoinDecision.None;
    }

    public OutcomeReason SkipReason(int task) =>
        _seen[task].HasFlag(EdgeState.Failed) ? OutcomeReason.DependencyFailed
        : _seen[task].HasFlag(EdgeState.NotMet) ? OutcomeReason.ConditionNotMet
        : OutcomeReason.DependencySkipped;
}

/// <summary>What follows from the end of a dependency.</summary>
internal enum JoinDecision
{
    /// <summary>Nothing yet, or nothing any more.</summary>
    None,

    /// <summary>The task is ready.</summary>
    Run,

    /// <summary>The task can never be ready.</summary>
    Skip,
}
