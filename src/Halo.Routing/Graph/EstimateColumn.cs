namespace Halo.Routing;

/// <summary>The estimates of all tasks: plain figures in an array, figures by agent beside it, nothing where there are none.</summary>
internal sealed class EstimateColumn(int taskCount)
{
    private double[]? _seconds;
    private Dictionary<int, TaskEstimate>? _byAgent;

    public void Set(int index, TaskEstimate? estimate)
    {
        if (estimate is null) return;
        if (estimate.Seconds is not { } seconds)
        {
            (_byAgent ??= []).Add(index, estimate);
            return;
        }

        if (_seconds is null)
        {
            _seconds = new double[taskCount];
            Array.Fill(_seconds, double.NaN);
        }

        _seconds[index] = seconds;
    }

    public TaskEstimate? Of(int index)
    {
        if (_seconds is not null && !double.IsNaN(_seconds[index])) return TaskEstimate.FromSeconds(_seconds[index]);
        return _byAgent?.GetValueOrDefault(index);
    }

    /// <summary>
    /// Seconds on an agent, NaN when unknown: a plain figure divided by the agent's speed, or the agent's own figure, which
    /// has its speed in it.
    /// </summary>
    public double SecondsOf(int index, string agent, double speed)
    {
        if (_seconds is not null && !double.IsNaN(_seconds[index])) return _seconds[index] / speed;
        return _byAgent is not null && _byAgent.TryGetValue(index, out var estimate) && estimate.SecondsByAgent.TryGetValue(agent, out var seconds) ? seconds : double.NaN;
    }
}
