namespace Halo.Routing;

/// <summary>
/// The places where a task could be put back after it was taken off its machine (Mastrolilli, Gambardella 2000): on a
/// machine behind every task that must come first for the rest of its path and before every task that may come later.
/// The longest path through the task is exact for these places, and one of them is the best of the machine.
/// </summary>
internal sealed class ReinsertionNeighbourhood(ImprovementModel model, DisjunctiveGraph graph, Random random)
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

    // Heads and tails without the task on its machine, and without its own length.
    private void TakeOff(int task)
    {
        var (order, position) = (graph.Order, graph.Position[task]);
        Array.Copy(graph.Head, _head, _head.Length);
        Array.Copy(graph.Tail, _tail, _tail.Length);
        for (var i = position; i < order.Length; i++)
        {
            var one = order[i];
            var previous = one == task ? -1 : graph.Previous[one] == task ? graph.Previous[task] : graph.Previous[one];
            var head = previous >= 0 ? _head[previous] + graph.Seconds[previous] : 0;
            foreach (var before in model.Before(one)) head = Math.Max(head, _head[before] + (before == task ? 0 : graph.Seconds[before]));
            _head[one] = head;
        }

        for (var i = position; i >= 0; i--)
        {
            var one = order[i];
            var next = one == task ? -1 : graph.Next[one] == task ? graph.Next[task] : graph.Next[one];
            var tail = next >= 0 ? _tail[next] + graph.Seconds[next] : 0;
            foreach (var after in model.After(one)) tail = Math.Max(tail, _tail[after] + (after == task ? 0 : graph.Seconds[after]));
            _tail[one] = tail;
        }
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
