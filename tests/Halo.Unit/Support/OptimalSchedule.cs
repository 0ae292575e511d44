namespace Halo.Unit;

/// <summary>
/// The shortest makespan of a few tasks by looking at every order and every agent: each schedule in which no task could
/// start earlier without moving another comes up, and one of them is the best. For up to nine tasks.
/// </summary>
internal sealed class OptimalSchedule(IReadOnlyList<TaskNode> tasks, IReadOnlyList<Agent> agents)
{
    private readonly Dictionary<string, double> _finish = [];
    private readonly double[][] _free = [.. agents.Select(agent => new double[agent.MaxConcurrentTasks])];
    private double _best = double.PositiveInfinity;

    public double Makespan()
    {
        Extend(0);
        return _best;
    }

    private void Extend(double makespan)
    {
        if (makespan >= _best) return;
        if (_finish.Count == tasks.Count)
        {
            _best = makespan;
            return;
        }

        foreach (var task in tasks.Where(task => !_finish.ContainsKey(task.Id) && task.DependsOn.All(_finish.ContainsKey)))
        {
            var ready = task.DependsOn.Select(id => _finish[id]).DefaultIfEmpty(0).Max();
            for (var agent = 0; agent < agents.Count; agent++)
            {
                if (!agents[agent].Types.Contains(task.Type)) continue;
                foreach (var slot in Enumerable.Range(0, _free[agent].Length).DistinctBy(slot => _free[agent][slot])) Place(task, ready, agent, slot, makespan);
            }
        }
    }

    private void Place(TaskNode task, double ready, int agent, int slot, double makespan)
    {
        var before = _free[agent][slot];
        var finish = Math.Max(ready, before) + (task.Estimate!.Time!.Value.TotalSeconds / agents[agent].Speed);
        _finish.Add(task.Id, finish);
        _free[agent][slot] = finish;
        Extend(Math.Max(makespan, finish));
        _free[agent][slot] = before;
        _finish.Remove(task.Id);
    }
}
