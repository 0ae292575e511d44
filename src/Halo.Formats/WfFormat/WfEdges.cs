namespace Halo.Formats;

/// <summary>
/// The dependencies of a workflow instance. Each is in the file twice, as a parent and as a child, and the two must agree;
/// where a task leaves out one of its lists, or where one end is trusted, one of the two is enough.
/// </summary>
internal sealed class WfEdges
{
    private readonly Dictionary<string, List<string>> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WfTask> _tasks = new(StringComparer.Ordinal);
    private readonly HashSet<(string Parent, string Child)> _byParents = [];
    private readonly HashSet<(string Parent, string Child)> _byChildren = [];
    private readonly TaskFileDraft _draft;
    private readonly bool _trustsOneEnd;

    public WfEdges(IReadOnlyList<WfTask> tasks, TaskFileDraft draft, bool trustsOneEnd)
    {
        _draft = draft;
        _trustsOneEnd = trustsOneEnd;
        foreach (var task in tasks)
        {
            _tasks.TryAdd(task.Id, task);
            foreach (var parent in task.Parents ?? []) _byParents.Add((parent.Id, task.Id));
            foreach (var child in task.Children ?? []) _byChildren.Add((task.Id, child.Id));
        }

        foreach (var task in tasks)
        {
            foreach (var parent in task.Parents ?? []) AddParent(task, parent);
            foreach (var child in task.Children ?? []) AddChild(task, child);
        }
    }

    public IReadOnlyList<string> DependenciesOf(WfTask task) => _parents.GetValueOrDefault(task.Id) ?? [];

    private void AddParent(WfTask task, WfReference parent)
    {
        if (!IsKnown(task, parent, "parent", out var other)) return;
        if (_trustsOneEnd || other.Children is null || _byChildren.Contains((parent.Id, task.Id))) Add(parent.Id, task.Id);
        else Contradict(task, parent, "parent", "child");
    }

    private void AddChild(WfTask task, WfReference child)
    {
        if (!IsKnown(task, child, "child", out var other)) return;
        var isNamedTwice = _byParents.Contains((task.Id, child.Id));
        if (other.Parents is null || (_trustsOneEnd && !isNamedTwice)) Add(task.Id, child.Id);
        else if (!isNamedTwice) Contradict(task, child, "child", "parent");
    }

    private void Add(string parent, string child)
    {
        if (_parents.TryGetValue(child, out var parents)) parents.Add(parent);
        else _parents.Add(child, [parent]);
    }

    private bool IsKnown(WfTask task, WfReference reference, string role, out WfTask other)
    {
        if (_tasks.TryGetValue(reference.Id, out other!)) return true;
        _draft.Fault(DiagnosticCodes.UnknownDependency, $"Task '{task.Id}': its {role} '{reference.Id}' is not a task of the workflow.",
            _draft.Faults.WantsSuggestions ? Suggestion.For(reference.Id, _tasks.Keys, "Add the task or remove the name.") : "", reference.Line);
        return false;
    }

    private void Contradict(WfTask task, WfReference reference, string role, string converse) =>
        _draft.Fault(DiagnosticCodes.ContradictoryDependency, $"Task '{task.Id}' names '{reference.Id}' as its {role}, but '{reference.Id}' does not name '{task.Id}' as its {converse}.",
            "Name it in both or in neither.", reference.Line);
}
