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
        if (_seconds is not null && !double.IsNaN(_seconds[index])) return TaskEstimate.Of(_seconds[index]);
        return _byAgent?.GetValueOrDefault(index);
    }
}
