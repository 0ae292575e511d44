namespace Halo.Scheduling;

/// <summary>
/// A schedule as a graph (Roy, Sussmann 1964): every task waits for its dependencies and for the task before it on its
/// machine. The longest path to a task is its start, its head; the longest path behind it is its tail.
/// </summary>
internal sealed class DisjunctiveGraph
{
    private readonly ImprovementModel _model;
    private readonly int[] _waiting;

    public DisjunctiveGraph(ImprovementModel model)
    {
        _model = model;
        var n = model.Count;
        (Option, Machine, Previous, Next) = (new int[n], new int[n], new int[n], new int[n]);
        (Seconds, Head, Tail) = (new double[n], new double[n], new double[n]);
        (Order, Position, _waiting) = (new int[n], new int[n], new int[n]);
        First = new int[model.MachineCount];
    }

    /// <summary>By task: its option, by place in the model.</summary>
    public int[] Option { get; }

    public int[] Machine { get; }

    /// <summary>By task: the one before it on its machine; -1 for none.</summary>
    public int[] Previous { get; }

    /// <summary>By task: the one behind it on its machine; -1 for none.</summary>
    public int[] Next { get; }

    /// <summary>By machine: its first task; -1 for none.</summary>
    public int[] First { get; }

    /// <summary>By task: how long it takes where it is.</summary>
    public double[] Seconds { get; }

    /// <summary>By task: its start.</summary>
    public double[] Head { get; }

    /// <summary>By task: the longest path from its finish to the makespan.</summary>
    public double[] Tail { get; }

    /// <summary>The tasks in an order in which each comes behind all it waits for.</summary>
    public int[] Order { get; }

    /// <summary>By task: its place in <see cref="Order"/>.</summary>
    public int[] Position { get; }

    public double Makespan { get; private set; }

    /// <summary>Places every task: the tasks of a machine in the order in which they are given.</summary>
    /// <param name="sequence">The tasks.</param>
    /// <param name="option">By task: its option.</param>
    /// <param name="machine">By task: its machine.</param>
    public void Load(ReadOnlySpan<int> sequence, int[] option, int[] machine)
    {
        var last = new int[First.Length];
        Array.Fill(last, -1);
        Array.Fill(First, -1);
        foreach (var task in sequence) Insert(task, option[task], machine[task], last[machine[task]], ref last[machine[task]]);
        if (!Evaluate()) throw new InvalidOperationException("The tasks of the schedule wait for each other.");
    }

    /// <summary>Moves a task to another place, or within its machine.</summary>
    /// <param name="task">The task.</param>
    /// <param name="option">Its option there.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="previous">The task to come before it there; -1 for none.</param>
    /// <returns>False when tasks wait for each other then: everything is as before.</returns>
    public bool Move(int task, int option, int machine, int previous)
    {
        var (oldOption, oldMachine, oldPrevious) = (Option[task], Machine[task], Previous[task]);
        Remove(task);
        var unused = 0;
        Insert(task, option, machine, previous, ref unused);
        if (Evaluate()) return true;
        Remove(task);
        Insert(task, oldOption, oldMachine, oldPrevious, ref unused);
        Evaluate();
        return false;
    }

    private void Remove(int task)
    {
        var (previous, next) = (Previous[task], Next[task]);
        if (previous >= 0) Next[previous] = next;
        else First[Machine[task]] = next;
        if (next >= 0) Previous[next] = previous;
    }

    private void Insert(int task, int option, int machine, int previous, ref int last)
    {
        var next = previous >= 0 ? Next[previous] : First[machine];
        (Option[task], Machine[task], Previous[task], Next[task]) = (option, machine, previous, next);
        if (previous >= 0) Next[previous] = task;
        else First[machine] = task;
        if (next >= 0) Previous[next] = task;
        Seconds[task] = _model.Options[option].Seconds;
        last = task;
    }

    // Heads in topological order (Kahn 1962), tails in the reverse. O(tasks + edges).
    private bool Evaluate()
    {
        var (order, end) = (Order, 0);
        for (var task = 0; task < order.Length; task++)
        {
            _waiting[task] = _model.Before(task).Length + (Previous[task] >= 0 ? 1 : 0);
            Head[task] = 0;
            if (_waiting[task] == 0) order[end++] = task;
        }

        var makespan = 0.0;
        for (var i = 0; i < end; i++)
        {
            var task = order[i];
            Position[task] = i;
            var finish = Head[task] + Seconds[task];
            makespan = Math.Max(makespan, finish);
            foreach (var after in _model.After(task)) end = Reach(after, finish, end);
            if (Next[task] >= 0) end = Reach(Next[task], finish, end);
        }

        if (end < order.Length) return false;
        Makespan = makespan;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var task = order[i];
            var tail = Next[task] >= 0 ? Tail[Next[task]] + Seconds[Next[task]] : 0;
            foreach (var after in _model.After(task)) tail = Math.Max(tail, Tail[after] + Seconds[after]);
            Tail[task] = tail;
        }

        return true;
    }

    private int Reach(int task, double time, int end)
    {
        if (time > Head[task]) Head[task] = time;
        if (--_waiting[task] == 0) Order[end++] = task;
        return end;
    }
}
