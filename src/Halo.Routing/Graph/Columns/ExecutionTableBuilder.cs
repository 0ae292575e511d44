using System.Globalization;

namespace Halo.Routing;

/// <summary>Collects what tasks say about how they are run, and reports what is wrong with it.</summary>
internal sealed class ExecutionTableBuilder(TaskNode[] tasks, IdTable index, AdjacencyLists dependencies, Action<int, string, string> fault)
{
    private readonly ExecutionTable _table = new();

    /// <summary>The table; null when no task says anything. O(tasks + conditions).</summary>
    public ExecutionTable? Build()
    {
        var isEmpty = true;
        for (var task = 0; task < tasks.Length; task++)
        {
            if (tasks[task] is not { } node || (node.Join == default && node.Execution is null && node.Conditions is { Count: 0 })) continue;
            isEmpty = false;
            AddJoin(task, node.Join);
            AddSettings(task, node.Execution);
            AddConditions(task, node);
        }

        return isEmpty ? null : _table;
    }

    private void AddJoin(int task, JoinRule join)
    {
        var count = dependencies.LengthOf(task);
        if (join.Kind == JoinKind.Quorum && (join.Count < 1 || join.Count > count))
        {
            fault(task, string.Create(CultureInfo.InvariantCulture, $"its join rule asks for {join.Count} of {count} dependencies."), "Ask for at least one and at most all of them.");
        }

        if (join != default) _table.Add(task, join);
    }

    private void AddSettings(int task, ExecutionSettings? settings)
    {
        if (settings is null) return;
        foreach (var wrong in settings.Faults()) fault(task, $"{nameof(TaskNode.Execution)}.{wrong}.", "");
        _table.Add(task, settings);
    }

    private void AddConditions(int task, TaskNode node)
    {
        if (node.Conditions is null)
        {
            fault(task, "its conditions are null.", "Leave them out.");
            return;
        }

        foreach (var (id, condition) in node.Conditions)
        {
            var from = index.Find(id);
            if (from < 0 || !dependencies[task].Contains(from)) fault(task, $"it has a condition on '{id}', which it does not depend on.", "Add the dependency or remove the condition.");
            else if (condition is null || !Enum.IsDefined(condition.On)) fault(task, $"its condition on '{id}' is null or asks for an unknown outcome.", "");
            else if (node.Join.Kind == JoinKind.AllDone) fault(task, $"it has a condition on '{id}', yet its join rule takes every outcome.", "Remove the condition or take another join rule.");
            else AddCondition(task, from, id, condition);
        }
    }

    private void AddCondition(int task, int from, string id, EdgeCondition condition)
    {
        if (condition.When is { } when)
        {
            var faults = new DiagnosticBag();
            ConditionValidator.Validate(new RoutingRule($"condition on {id}", when, "any"), default, faults);
            foreach (var wrong in faults.ToList()) fault(task, wrong.Message, wrong.Help);
        }

        _table.Add(from, task, condition);
    }
}
