namespace Halo.Scheduling;

/// <summary>Where and when each task runs, by task: its slot, -1 for none, the option it takes, and its start.</summary>
internal sealed class Placements
{
    private int _placed;

    public Placements(int count)
    {
        Option = new int[count];
        Slot = new int[count];
        Start = new double[count];
        Turn = new int[count];
        Array.Fill(Slot, -1);
    }

    /// <summary>The place of the option in <see cref="SchedulingProblem.OptionAgents"/>.</summary>
    public int[] Option { get; }

    /// <summary>The slot of that agent, from 0.</summary>
    public int[] Slot { get; }

    /// <summary>Seconds.</summary>
    public double[] Start { get; }

    /// <summary>The place in the order of placing, which tells tasks without length apart that share a slot and a moment.</summary>
    public int[] Turn { get; }

    public bool IsPlaced(int task) => Slot[task] >= 0;

    public void Place(int task, int option, int slot, double start) => (Option[task], Slot[task], Start[task], Turn[task]) = (option, slot, start, _placed++);

    public double FinishOf(int task, SchedulingProblem problem) => Start[task] + problem.OptionSeconds[Option[task]];

    /// <summary>When everything is done. O(tasks).</summary>
    public double Makespan(SchedulingProblem problem)
    {
        var makespan = 0.0;
        for (var task = 0; task < Slot.Length; task++)
        {
            if (IsPlaced(task)) makespan = Math.Max(makespan, FinishOf(task, problem));
        }

        return makespan;
    }
}
