using System.Globalization;
using Halo.Rules;

namespace Halo.Routing;

/// <summary>Turns tasks into a graph, or into the list of everything that is wrong with them.</summary>
internal sealed class TaskGraphBuilder
{
    private readonly TaskNode[] _tasks;
    private readonly SourceLocation[]? _locations;
    private readonly DiagnosticBag _faults;
    private readonly string[] _ids;
    private readonly IdTable _index;
    private readonly EdgeList _edges;
    private bool _hasMalformedText;

    public TaskGraphBuilder(IEnumerable<TaskNode> tasks, SourceLocation[]? locations = null, DiagnosticBag? faults = null)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        _tasks = tasks as TaskNode[] ?? [.. tasks];
        _locations = locations;
        _faults = faults ?? new DiagnosticBag();
        _ids = new string[_tasks.Length];
        _index = new IdTable(_ids);
        var dependencies = 0;
        for (var i = 0; i < _ids.Length; i++)
        {
            AddId(i);
            dependencies += _tasks[i]?.DependsOn?.Count ?? 0;
        }

        _edges = new EdgeList(dependencies);
        for (var i = 0; i < _ids.Length; i++)
        {
            if (_tasks[i]?.DependsOn is { Count: > 0 } dependsOn) AddDependencies(i, dependsOn);
        }
    }

    /// <summary>Adds an edge between two ids; null stands for a vertex that is null.</summary>
    public void AddEdge(string? source, string? target)
    {
        var from = source is null ? -1 : _index.Find(source);
        var to = target is null ? -1 : _index.Find(target);
        if (from < 0 || to < 0)
        {
            var unknown = from < 0 ? source : target;
            _faults.Error(DiagnosticCodes.UnknownDependency,
                $"The edge from '{source ?? "(null)"}' to '{target ?? "(null)"}' {(unknown is null ? "has an end that is null" : $"ends at '{unknown}', which is not a vertex")}.",
                "Give every end of an edge as a vertex too.");
        }
        else
        {
            AddEdge(from, to);
        }
    }

    /// <exception cref="HaloValidationException">The tasks are faulty.</exception>
    public TaskGraph Build()
    {
        var literals = new LiteralTable();
        var literalStarts = new int[_tasks.Length + 1];
        var taskLiterals = new IntList(_tasks.Length * 2);
        var estimates = new EstimateColumn(_tasks.Length);
        var heldBy = new Dictionary<int, string>();
        TaskNodeStatus[]? statuses = null;
        for (var i = 0; i < _tasks.Length; i++)
        {
            if (_tasks[i] is not { } task) continue;
            AddLiterals(i, task, literals, ref taskLiterals);
            literalStarts[i + 1] = taskLiterals.Count;
            if (task.Status != TaskNodeStatus.Pending) AddStatus(i, task, ref statuses, heldBy);
            if (task.Estimate is { IsValid: false }) Fault(i, DiagnosticCodes.InvalidTask, "its estimate is negative, not finite or empty.", "Give seconds, zero or more.");
            else estimates.Set(i, task.Estimate);
        }

        var edges = _edges;
        var dependencies = edges.GroupByTo(_tasks.Length);
        if (dependencies.HasRepeats())
        {
            edges = edges.Distinct();
            dependencies = edges.GroupByTo(_tasks.Length);
        }

        var execution = new ExecutionTableBuilder(_tasks, _index, dependencies, (i, message, help) => Fault(i, DiagnosticCodes.InvalidTask, message, help)).Build();
        var dependants = edges.GroupByFrom(_tasks.Length);
        var order = TopologicalOrder.Of(dependencies, dependants, _tasks.Length);
        if (order.Tasks.Length < _tasks.Length) ReportCycles(dependants);
        _faults.ThrowIfErrors();

        literals.Trim();
        return new TaskGraph(new TaskGraphData
        {
            Ids = _ids,
            Index = _index,
            Literals = literals,
            LiteralStarts = literalStarts,
            TaskLiterals = taskLiterals.ToArray(),
            Statuses = statuses,
            HeldBy = heldBy,
            Estimates = estimates,
            Dependencies = dependencies,
            Dependants = dependants,
            Order = order,
            Execution = execution,
            Locations = _locations,
        });
    }

    private void AddId(int i)
    {
        var id = _tasks[i]?.Id;
        _ids[i] = id ?? "";
        if (string.IsNullOrEmpty(id))
        {
            _faults.Error(DiagnosticCodes.InvalidTask,
                string.Create(CultureInfo.InvariantCulture, $"The task at position {i + 1} {(_tasks[i] is null ? "is null" : "has no id")}."),
                "Give every task an id of its own.", LocationOf(i));
        }
        else if (!WellFormedText.IsValid(id))
        {
            _faults.Error(DiagnosticCodes.InvalidTask,
                string.Create(CultureInfo.InvariantCulture, $"The id of the task at position {i + 1} holds half of a surrogate pair."),
                "Use whole Unicode characters.", LocationOf(i));
        }
        else if (_index.TryAdd(i) is >= 0 and var first)
        {
            var where = LocationOf(first).Line is > 0 and var line
                ? string.Create(CultureInfo.InvariantCulture, $"on line {line}")
                : string.Create(CultureInfo.InvariantCulture, $"at position {first + 1}");
            Fault(i, DiagnosticCodes.DuplicateTask, $"the task {where} has the same id.", "Give one of them another id.");
        }
    }

    private void AddDependencies(int task, IReadOnlyList<string> dependsOn)
    {
        for (var d = 0; d < dependsOn.Count; d++)
        {
            var id = dependsOn[d];
            var from = id is null ? -1 : _index.Find(id);
            if (from >= 0)
            {
                AddEdge(from, task);
            }
            else
            {
                Fault(task, DiagnosticCodes.UnknownDependency, $"it depends on '{id ?? "(null)"}', which is not a task of the graph.",
                    id is null || !_faults.WantsSuggestions ? "" : Suggestion.For(id, _ids, "Add the task or remove the dependency."));
            }
        }
    }

    private void AddEdge(int from, int to)
    {
        if (from == to) Fault(to, DiagnosticCodes.SelfLoop, "it depends on itself.", "Remove the dependency.");
        else _edges.Add(from, to);
    }

    private void AddLiterals(int i, TaskNode task, LiteralTable literals, ref IntList taskLiterals)
    {
        if (!string.IsNullOrEmpty(task.Type))
        {
            taskLiterals.Add(literals.Intern(literals.TypeName, AttributeValue.Of(task.Type), out var isNew));
            if (IsToCheck(isNew)) CheckText(i, task.Type, "type");
        }

        if (task.Attributes is null || task.Attributes.Count == 0) return;
        if (task.Attributes is Dictionary<string, AttributeValue> dictionary)
        {
            // The concrete type enumerates without allocating.
            foreach (var (name, value) in dictionary) AddLiteral(i, name, value, literals, ref taskLiterals);
        }
        else
        {
            foreach (var (name, value) in task.Attributes) AddLiteral(i, name, value, literals, ref taskLiterals);
        }
    }

    private void AddLiteral(int i, string name, in AttributeValue value, LiteralTable literals, ref IntList taskLiterals)
    {
        if (value.Kind == AttributeKind.None) return;
        if (name == Condition.TypeAttribute)
        {
            Fault(i, DiagnosticCodes.InvalidTask, "it has an attribute 'type', which is the name of the task's own type.", "Rename the attribute or set the type.");
            return;
        }

        taskLiterals.Add(literals.Intern(name, value, out var isNew));
        if (!IsToCheck(isNew)) return;
        CheckText(i, name, "attribute's name");
        if (value.TryGetString(out var text)) CheckText(i, text, "attribute's text");
    }

    private void AddStatus(int i, TaskNode task, ref TaskNodeStatus[]? statuses, Dictionary<int, string> heldBy)
    {
        if (!Enum.IsDefined(task.Status))
        {
            Fault(i, DiagnosticCodes.InvalidTask, $"its status {(int)task.Status} is not one of the statuses.", "");
            return;
        }

        statuses ??= new TaskNodeStatus[_tasks.Length];
        statuses[i] = task.Status;
        if (task.Status == TaskNodeStatus.InProgress && !string.IsNullOrEmpty(task.Agent)) heldBy.Add(i, task.Agent);
    }

    // A text that was seen before was found good before, unless there was a bad one: then every task that has it is named.
    private bool IsToCheck(bool isNew) => isNew || _hasMalformedText;

    private void CheckText(int i, string text, string what)
    {
        if (WellFormedText.IsValid(text)) return;
        _hasMalformedText = true;
        Fault(i, DiagnosticCodes.InvalidTask, $"its {what} holds half of a surrogate pair.", "Use whole Unicode characters.");
    }

    private void ReportCycles(AdjacencyLists dependants)
    {
        const int Shown = 12;
        foreach (var cycle in CycleFinder.Find(dependants, _tasks.Length))
        {
            string[] ids = [.. cycle.Select(task => _ids[task]), _ids[cycle[0]]];
            var path = ids.Length <= Shown + 2
                ? string.Join(" -> ", ids)
                : string.Create(CultureInfo.InvariantCulture, $"{string.Join(" -> ", ids[..Shown])} -> ... ({ids.Length - Shown - 1} more) ... -> {ids[^1]}");
            _faults.Add(new Diagnostic(DiagnosticCodes.Cycle, DiagnosticSeverity.Error,
                string.Create(CultureInfo.InvariantCulture, $"A cycle of {cycle.Length} tasks: {path}."), "Remove one of these dependencies.", LocationOf(cycle[0]))
            {
                Cycle = ids,
            });
        }
    }

    private void Fault(int i, string code, string message, string help) => _faults.Error(code, $"Task '{_ids[i]}': {message}", help, LocationOf(i));

    private SourceLocation LocationOf(int i) => _locations is null ? default : _locations[i];

    private struct IntList(int capacity)
    {
        private int[] _items = new int[Math.Max(4, capacity)];

        public int Count { get; private set; }

        public void Add(int item)
        {
            if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
            _items[Count++] = item;
        }

        public readonly int[] ToArray() => _items.AsSpan(0, Count).ToArray();
    }
}
