namespace Halo.Execution;

/// <summary>Tasks between two attempts, which hold no slot. Not safe between threads.</summary>
internal sealed class PausedTasks
{
    private readonly Dictionary<int, TaskCompletionSource?> _paused = []; // with a source: the pause is over, and it waits for a slot
    private readonly HashSet<(int Task, int Agent)> _withdrawn = []; // queued for a slot that is not wanted any more

    public int Count => _paused.Count;

    /// <summary>How many of them wait for a slot.</summary>
    public int Waiting { get; private set; }

    public void Add(int task) => _paused.Add(task, null);

    public bool Contains(int task) => _paused.ContainsKey(task);

    /// <summary>The end of a task, or of its pause.</summary>
    /// <returns>Whether it held no slot.</returns>
    public bool Remove(int task) => _paused.Count > 0 && _paused.Remove(task);

    /// <summary>The pause is over: the task waits in the queue for a slot.</summary>
    public Task Wait(int task)
    {
        var granted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _paused[task] = granted;
        Waiting++;
        return granted.Task;
    }

    /// <summary>Gives a task the slot that was taken for it.</summary>
    /// <param name="task">The task that came out of the queue.</param>
    /// <param name="agent">Its agent.</param>
    /// <returns>What became of the slot: the task has it, it is left over, or the task is not one of these.</returns>
    public SlotUse Grant(int task, int agent)
    {
        if (_withdrawn.Count > 0 && _withdrawn.Remove((task, agent))) return SlotUse.LeftOver;
        if (_paused.Count == 0 || !_paused.Remove(task, out var granted)) return SlotUse.NotPaused;
        Waiting--;
        granted!.SetResult();
        return SlotUse.Taken;
    }

    /// <summary>The task does not want a slot any more; nothing when it has one.</summary>
    public void Withdraw(int task, int agent)
    {
        if (!_paused.TryGetValue(task, out var granted) || granted is null) return;
        _paused[task] = null;
        Waiting--;
        _withdrawn.Add((task, agent));
        granted.SetCanceled();
    }
}

/// <summary>What becomes of a slot that a task of the queue could take.</summary>
internal enum SlotUse
{
    /// <summary>The task is not a paused one: it begins.</summary>
    NotPaused,

    /// <summary>The paused task has it, and goes on.</summary>
    Taken,

    /// <summary>The task does not want it any more.</summary>
    LeftOver,
}
