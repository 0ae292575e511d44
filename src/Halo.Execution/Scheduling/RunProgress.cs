namespace Halo.Execution;

/// <summary>What follows from the end of a task: who is ready then, who is skipped. Not safe between threads.</summary>
internal sealed class RunProgress
{
    private readonly RunTable _table;
    private readonly TaskGraph _graph;
    private readonly StartQueue _ready;
    private readonly FailurePolicy _onFailure;
    private readonly RunEvents? _events;
    private readonly JoinTable _joins;
    private readonly Stack<int> _ended = new(); // ends whose dependants are not told yet: no recursion over the graph

    public RunProgress(RunTable table, StartQueue ready, FailurePolicy onFailure, RunEvents? events)
    {
        (_table, _graph, _ready, _onFailure, _events) = (table, table.Plan.Graph, ready, onFailure, events);
        _joins = new JoinTable(_graph);
        OpenCount = _graph.Count;
    }

    /// <summary>How many tasks have not ended.</summary>
    public int OpenCount { get; private set; }

    /// <summary>Makes everything ready that waits for nothing. O(tasks + edges).</summary>
    /// <param name="ended">The tasks that ended in an earlier part of the run.</param>
    public void Start(IReadOnlyDictionary<int, TaskEnd> ended)
    {
        // All that has ended comes first, so that none of it can be made ready by what it depends on.
        foreach (var task in _graph.Order)
        {
            if (ended.TryGetValue(task, out var end)) Record(task, end);
            else if (_graph.StatusOf(task) == TaskNodeStatus.Completed) Record(task, new TaskEnd(TaskOutcome.Succeeded, OutcomeReason.CompletedBefore));
        }

        TellDependants();
        foreach (var task in _graph.Order)
        {
            if (_table.OutcomeOf(task) == TaskOutcome.Open && _graph.DependenciesOf(task).Length == 0) MakeReady(task);
        }

        TellDependants();
    }

    /// <summary>Ends a task, and everything that ends because of it. O(edges of what ends), amortised.</summary>
    public void End(int task, in TaskEnd end)
    {
        Record(task, end);
        TellDependants();
    }

    /// <summary>Ends everything that has not ended.</summary>
    public void EndRest(OutcomeReason reason)
    {
        for (var task = 0; OpenCount > 0 && task < _graph.Count; task++)
        {
            if (_table.OutcomeOf(task) == TaskOutcome.Open) Close(task, new TaskEnd(_table.Attempts[task] == 0 ? TaskOutcome.NotRun : TaskOutcome.Interrupted, reason));
        }
    }

    private void Close(int task, in TaskEnd end)
    {
        _table.End(task, end);
        OpenCount--;
        _events?.Ended(task, end);
    }

    private void Record(int task, in TaskEnd end)
    {
        Close(task, end);

        // What was interrupted may end in another run: its dependants are not judged by it.
        if (end.Outcome != TaskOutcome.Interrupted) _ended.Push(task);
    }

    private void MakeReady(int task)
    {
        var agent = _table.Plan.DecisionsByTask[task].Agent;
        if (agent >= 0) _ready.Add(task, agent);
        else Record(task, new TaskEnd(TaskOutcome.NotRun, OutcomeReason.Unassigned));
    }

    private void TellDependants()
    {
        while (_ended.TryPop(out var task))
        {
            foreach (var dependant in _graph.DependantsOf(task))
            {
                if (_table.OutcomeOf(dependant) != TaskOutcome.Open) continue;
                var edge = EdgeStates.Of(_graph.JoinOf(dependant).Kind, _graph.ConditionOf(task, dependant), _table.OutcomeOf(task), _table.ResultOf(task), _onFailure);
                var decision = _joins.Note(dependant, edge);
                if (decision == JoinDecision.Run) MakeReady(dependant);
                else if (decision == JoinDecision.Skip) Record(dependant, new TaskEnd(TaskOutcome.Skipped, _joins.SkipReason(dependant)));
            }
        }
    }
}
