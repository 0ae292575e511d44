namespace Halo.Routing;

/// <summary>The statuses of tasks, and who holds those in progress.</summary>
/// <param name="tasks">How many tasks there are.</param>
/// <param name="invalid">Is told of faults: the task, what is wrong, and what would be right.</param>
internal sealed class StatusColumn(int tasks, Action<int, string, string> invalid)
{
    /// <summary>By task; null while every task is pending.</summary>
    public TaskNodeStatus[]? Values { get; private set; }

    /// <summary>By task in progress: the agent that it names.</summary>
    public Dictionary<int, string> HeldBy { get; } = [];

    public void Set(int i, TaskNode task)
    {
        if (!Enum.IsDefined(task.Status))
        {
            invalid(i, $"its status {(int)task.Status} is not one of the statuses.", "");
            return;
        }

        Values ??= new TaskNodeStatus[tasks];
        Values[i] = task.Status;
        if (task.Status == TaskNodeStatus.InProgress && !string.IsNullOrEmpty(task.Agent)) HeldBy.Add(i, task.Agent);
    }
}
