namespace Halo.Scheduling;

/// <summary>
/// The places where a task could be put back after it was taken off its machine (Mastrolilli, Gambardella 2000): on a
/// machine behind every task that must come first for the rest of its path and before every task that may come later.
/// The longest path through the task is exact for these places, and one of them is the best of the machine.
/// </summary>
internal sealed class ReinsertionNeighborhood(ImprovementModel model, DisjunctiveGraph graph, Random random)
{
    /// <summary>Of an agent with more slots than this, so many are looked at, drawn at random.</summary>
    public const int MostSlots = 6;

    private readonly double[] _head = new double[model.Count];
    private readonly double[] _tail = new double[model.Count];

    /// <summary>Gives every place for a task but the one it has. O(tasks + edges).</summary>
    /// <param name="task">The task.</param>
    /// <param name="visit">Takes the places.</param>
    public void Visit<TVisitor>(int task, ref TVisitor visit)
        where TVisitor : struct, IReinsertionVisitor
    {
        TakeOff(task);
        for (var option = model.OptionStarts[task]; option < model.OptionStarts[task + 1]; option++)
        {
            var agent = model.Options[option].Agent;
            var (first, slots) = (model.FirstMachine[agent], model.FirstMachine[agent + 1] - model.FirstMachine[agent]);
            if (slots <= MostSlots)
            {
                for (var slot = 0; slot < slots; slot++) VisitMachine(task, option, first + slot, ref visit);
            }
            else
            {
                for (var i = 0; i < MostSlots; i++) VisitMachine(task, option, first + random.Next(slots), ref visit);
            }
        }
    }

    // Heads and tails without the task on its machine, and without its own length. Only along the machine: what is behind
    // it elsewhere keeps heads that are too large if anything, so that a move is never taken for better than it is.
    private void TakeOff(int task)
    {
        Array.Copy(graph.Head, _head, _head.Length);
        Array.Copy(graph.Tail, _tail, _tail.Length);
        _head[task] = HeadOf(task, -1);
        _tail[task] = TailOf(task, -1);
        var previous = graph.Previous[task];
        for (var one = graph.Next[task]; one >= 0; one = graph.Next[one])
        {
            var head = HeadOf(one, previous);
            if (head == _head[one]) break;
            _head[one] = head;
            previous = one;
        }

        var next = graph.Next[task];
        for (var one = graph.Previous[task]; one >= 0; one = graph.Previous[one])
        {
            var tail = TailOf(one, next);
            if (tail == _tail[one]) break;
            _tail[one] = tail;
            next = one;
        }
    }

    private double HeadOf(int task, int previous)
    {
        var head = previous >= 0 ? _head[previous] + graph.Seconds[previous] : 0;
        foreach (var before in model.Before(task)) head = Math.Max(head, graph.Head[before] + graph.Seconds[before]);
        return head;
    }

    private double TailOf(int task, int next)
    {
        var tail = next >= 0 ? _tail[next] + graph.Seconds[next] : 0;
        foreach (var after in model.After(task)) tail = Math.Max(tail, graph.Tail[after] + graph.Seconds[after]);
        return tail;
    }

    private void VisitMachine<TVisitor>(int task, int option, int machine, ref TVisitor visit)
        where TVisitor : struct, IReinsertionVisitor
    {
        var previous = -1;
        var next = Behind(-1);
        while (next >= 0 && (model.IsHeld[next] || (!EndsTooLate(next) && MustNotWait(next)))) Step();
        while (true)
        {
            if (machine != graph.Machine[task] || previous != graph.Previous[task])
            {
                var start = previous >= 0 ? Math.Max(_head[task], _head[previous] + graph.Seconds[previous]) : _head[task];
                var rest = next >= 0 ? Math.Max(_tail[task], _tail[next] + graph.Seconds[next]) : _tail[task];
                visit.Visit(new Reinsertion(task, option, machine, previous, start + model.Options[option].Seconds + rest));
            }

            if (next < 0 || !EndsTooLate(next) || !MustNotWait(next)) break;
            Step();
        }

        // Those that do end too late are the last of the machine, those that must not wait the first.
        bool EndsTooLate(int other) => _head[other] + graph.Seconds[other] > _head[task];

        bool MustNotWait(int other) => _tail[other] + graph.Seconds[other] > _tail[task];

        int Behind(int one)
        {
            var behind = one >= 0 ? graph.Next[one] : graph.First[machine];
            return behind == task ? graph.Next[task] : behind;
        }

        void Step() => (previous, next) = (next, Behind(next));
    }
}

/// <summary>Takes places for tasks.</summary>
internal interface IReinsertionVisitor
{
    void Visit(in Reinsertion reinsertion);
}
