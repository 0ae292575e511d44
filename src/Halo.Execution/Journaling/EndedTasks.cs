namespace Halo.Execution;

/// <summary>The tasks that ended in earlier parts of a run.</summary>
internal sealed class EndedTasks(RunTable table)
{
    private readonly Dictionary<int, TaskEnd> _byTask = [];

    public IReadOnlyDictionary<int, TaskEnd> ByTask => _byTask;

    public void Add(int task, int agent, int attempts, in TaskEnd end)
    {
        _byTask.Add(task, end);
        (table.Agents[task], table.Attempts[task]) = (agent, attempts);
    }

    /// <summary>
    /// Takes what failed, and everything that depends on it, for what has not ended: it runs again, and its next record counts.
    /// O(tasks + edges).
    /// </summary>
    /// <returns>Whether anything had failed.</returns>
    public bool ForgetFailures()
    {
        var open = new Stack<int>(_byTask.Where(ended => ended.Value.Outcome == TaskOutcome.Failed).Select(ended => ended.Key));
        var hasFailures = open.Count > 0;
        var seen = new HashSet<int>(open);
        while (open.TryPop(out var task))
        {
            Forget(task);
            foreach (var dependant in table.Plan.Graph.DependantsOf(task))
            {
                if (seen.Add(dependant)) open.Push(dependant);
            }
        }

        return hasFailures;
    }

    private void Forget(int task)
    {
        if (_byTask.Remove(task)) (table.Agents[task], table.Attempts[task]) = (-1, 0);
    }
}
