namespace Halo.Execution;

/// <summary>Finds the next agent for a task that one could not do, and writes down why.</summary>
internal sealed class FallbackRouter(RunTable table, TaskInvoker invoker, bool isOn)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, HashSet<int>> _tried = [];

    /// <summary>The position of the next agent; -1 when nobody is left.</summary>
    public int Next(int task, int agent, in TaskEnd end)
    {
        if (!isOn) return -1;
        lock (_lock)
        {
            if (!_tried.TryGetValue(task, out var tried)) _tried.Add(task, tried = []);
            tried.Add(agent);
            var decision = table.Plan.RouteAgain(task, candidate => tried.Contains(candidate) || !invoker.CanRun(candidate));
            if (decision.Agent >= 0 || tried.Count > 1)
            {
                table.AddRerouting(task, new Rerouting(table.Plan.Agents[agent].Name, end.Reason, end.Failure!, table.Plan.Named(task, decision)));
            }

            return decision.Agent;
        }
    }
}
