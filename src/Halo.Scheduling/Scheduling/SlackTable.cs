namespace Halo.Scheduling;

/// <summary>
/// By task how many seconds later it could finish without moving the makespan, every slot's order kept. Tasks with no
/// slack are critical.
/// </summary>
internal sealed class SlackTable
{
    private readonly double[] _slack;

    /// <summary>O(tasks + edges).</summary>
    public SlackTable(SchedulingProblem problem, Placements placements, SlotSequences sequence, double makespan)
    {
        var graph = problem.Graph;
        _slack = new double[problem.Count];
        var latest = new double[problem.Count]; // finish
        Array.Fill(latest, makespan);
        for (var i = sequence.ByStart.Length - 1; i >= 0; i--)
        {
            var task = sequence.ByStart[i];
            foreach (var dependant in graph.DependantsOf(task))
            {
                if (placements.IsPlaced(dependant) && problem.WaitsFor(dependant, task)) latest[task] = Math.Min(latest[task], latest[dependant] - Seconds(dependant));
            }

            if (sequence.Next[task] is >= 0 and var next) latest[task] = Math.Min(latest[task], latest[next] - Seconds(next));
            _slack[task] = Math.Max(0, latest[task] - placements.FinishOf(task, problem));
        }

        double Seconds(int task) => problem.OptionSeconds[placements.Option[task]];
    }

    public double this[int task] => _slack[task];
}
