namespace Halo.Scheduling;

/// <summary>A schedule to come back to: by task its option and machine, and the tasks in an order that keeps every machine's.</summary>
internal sealed class Elite
{
    private readonly int[] _sequence;
    private readonly int[] _option;
    private readonly int[] _machine;

    public Elite(int[] sequence, int[] option, int[] machine, double makespan) =>
        (_sequence, _option, _machine, Makespan) = (sequence, option, machine, makespan);

    public double Makespan { get; private set; }

    /// <summary>Without a task yet; every place is to be set.</summary>
    public static Elite OfCount(int count) => new(new int[count], new int[count], new int[count], double.PositiveInfinity);

    public ReadOnlySpan<int> Sequence => _sequence;

    public int OptionOf(int task) => _option[task];

    public int MachineOf(int task) => _machine[task];

    public void Set(int place, int task, int option, int machine) => (_sequence[place], _option[task], _machine[task]) = (task, option, machine);

    /// <summary>The share of tasks that have another machine or another predecessor there, from 0 to 1. O(tasks).</summary>
    public double DistanceTo(Elite other)
    {
        var (previous, otherPrevious) = (Previous(), other.Previous());
        var differing = 0;
        for (var task = 0; task < previous.Length; task++)
        {
            if (_machine[task] != other._machine[task] || previous[task] != otherPrevious[task]) differing++;
        }

        return previous.Length == 0 ? 0 : (double)differing / previous.Length;
    }

    public Elite Copy() => new([.. _sequence], [.. _option], [.. _machine], Makespan);

    public void Take(DisjunctiveGraph graph)
    {
        graph.Order.CopyTo(_sequence, 0);
        graph.Option.CopyTo(_option, 0);
        graph.Machine.CopyTo(_machine, 0);
        Makespan = graph.Makespan;
    }

    public void Restore(DisjunctiveGraph graph) => graph.Load(_sequence, _option, _machine);

    private int[] Previous()
    {
        var (previous, last) = (new int[_sequence.Length], new Dictionary<int, int>());
        foreach (var task in _sequence)
        {
            previous[task] = last.GetValueOrDefault(_machine[task], -1);
            last[_machine[task]] = task;
        }

        return previous;
    }
}
