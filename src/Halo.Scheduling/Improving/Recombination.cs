namespace Halo.Scheduling;

/// <summary>Makes new schedules: from two others, or by chance. Tasks that run already come first and stay where they are.</summary>
internal sealed class Recombination(ImprovementModel model, Elite start, Random random)
{
    private const int LongestRun = 8;

    private readonly int[] _held = [.. Enumerable.Range(0, model.Count).Where(task => model.IsHeld[task])];
    private readonly bool[] _taken = new bool[model.Count];

    /// <summary>
    /// A child of two schedules: its order is taken in short runs from one and the other, each time their first tasks that
    /// are not in it yet (precedence preservative crossover: Bierwirth, Mattfeld, Kopfer 1996), so that dependencies hold;
    /// a task has its place from either. O(tasks).
    /// </summary>
    public Elite Cross(Elite mother, Elite father)
    {
        var (child, count) = Begin();
        var (fromMother, fromFather) = (0, 0);
        while (count < model.Count)
        {
            var takesMother = random.Next(2) == 0;
            for (var run = random.Next(1, LongestRun + 1); run > 0 && count < model.Count; run--)
            {
                var task = takesMother ? NextOf(mother, ref fromMother) : NextOf(father, ref fromFather);
                var parent = random.Next(2) == 0 ? mother : father;
                child.Set(count++, task, parent.OptionOf(task), parent.MachineOf(task));
            }
        }

        return child;
    }

    /// <summary>
    /// A schedule by chance: tasks in a random order that dependencies allow, each where it would end first.
    /// O((tasks + edges) log tasks + options x slots).
    /// </summary>
    public Elite Create()
    {
        var (created, count) = Begin();
        var (ready, waiting) = (new PriorityQueue<int, int>(), new int[model.Count]);
        var (finish, free) = (new double[model.Count], new double[model.MachineCount]);
        foreach (var task in _held) finish[task] = free[start.MachineOf(task)] += model.Options[start.OptionOf(task)].Seconds;
        for (var task = 0; task < model.Count; task++)
        {
            foreach (var before in model.Before(task)) waiting[task] += _taken[before] ? 0 : 1;
            if (waiting[task] == 0 && !_taken[task]) ready.Enqueue(task, random.Next());
        }

        while (ready.TryDequeue(out var task, out _))
        {
            var readyAt = 0.0;
            foreach (var before in model.Before(task)) readyAt = Math.Max(readyAt, finish[before]);
            var (option, machine, end) = EarliestFinish(task, readyAt, free);
            created.Set(count++, task, option, machine);
            finish[task] = free[machine] = end;
            foreach (var after in model.After(task))
            {
                if (--waiting[after] == 0) ready.Enqueue(after, random.Next());
            }
        }

        return created;
    }

    private (Elite Elite, int Count) Begin()
    {
        var elite = Elite.OfCount(model.Count);
        Array.Clear(_taken);
        for (var i = 0; i < _held.Length; i++)
        {
            _taken[_held[i]] = true;
            elite.Set(i, _held[i], start.OptionOf(_held[i]), start.MachineOf(_held[i]));
        }

        return (elite, _held.Length);
    }

    private int NextOf(Elite parent, ref int position)
    {
        while (_taken[parent.Sequence[position]]) position++;
        var task = parent.Sequence[position];
        _taken[task] = true;
        return task;
    }

    private (int Option, int Machine, double End) EarliestFinish(int task, double readyAt, double[] free)
    {
        var (best, bestMachine, bestEnd) = (-1, -1, double.PositiveInfinity);
        for (var option = model.OptionStarts[task]; option < model.OptionStarts[task + 1]; option++)
        {
            var (agent, seconds) = (model.Options[option].Agent, model.Options[option].Seconds);
            for (var machine = model.FirstMachine[agent]; machine < model.FirstMachine[agent + 1]; machine++)
            {
                var end = Math.Max(readyAt, free[machine]) + seconds;
                if (end < bestEnd) (best, bestMachine, bestEnd) = (option, machine, end);
            }
        }

        return (best, bestMachine, bestEnd);
    }
}
