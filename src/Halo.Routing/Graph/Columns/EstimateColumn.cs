namespace Halo.Routing;

/// <summary>The estimates of all tasks: plain figures in an array, figures by agent beside it, nothing where there are none.</summary>
internal sealed class EstimateColumn(int taskCount)
{
    private double[]? _seconds;
    private Dictionary<int, TaskEstimate>? _byAgent;

    private double _plainTotal;
    private double _byAgentTotal;

    /// <summary>How long all tasks take together at most, at speed 1.</summary>
    public double Total => _plainTotal + _byAgentTotal;

    /// <summary>
    /// How long all tasks take together at most: plain figures at a speed, and of figures by agent the longest of each
    /// task. O(1).
    /// </summary>
    public double TotalAt(double speed) => (_plainTotal / speed) + _byAgentTotal;

    public void Set(int index, TaskEstimate? estimate)
    {
        if (estimate is null) return;
        if (estimate.Seconds is not { } seconds)
        {
            (_byAgent ??= []).Add(index, estimate);
            _byAgentTotal += LongestOf(estimate);
            return;
        }

        if (_seconds is null)
        {
            _seconds = new double[taskCount];
            Array.Fill(_seconds, double.NaN);
        }

        _seconds[index] = seconds;
        _plainTotal += seconds;
    }

    /// <summary>How long a task takes at most, at a speed where its figure is a plain one; 0 when it has none.</summary>
    public double LongestAt(int index, double speed)
    {
        if (_seconds is not null && !double.IsNaN(_seconds[index])) return _seconds[index] / speed;
        return _byAgent is not null && _byAgent.TryGetValue(index, out var estimate) ? LongestOf(estimate) : 0;
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

    private static double LongestOf(TaskEstimate estimate)
    {
        var longest = 0.0;
        foreach (var seconds in estimate.SecondsByAgent.Values) longest = Math.Max(longest, seconds);
        return longest;
    }
}
