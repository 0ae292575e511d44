namespace Halo.Routing;

/// <summary>Turns tasks into a graph, or into the list of everything that is wrong with them.</summary>
internal sealed class TaskGraphBuilder
{
    private readonly TaskNode[] _tasks;
    private readonly SourceLocation[]? _locations;
    private readonly DiagnosticBag _faults;
    private readonly IdColumn _ids;
    private readonly EdgeList _edges;

    public TaskGraphBuilder(IEnumerable<TaskNode> tasks, SourceLocation[]? locations = null, DiagnosticBag? faults = null)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        _tasks = tasks as TaskNode[] ?? [.. tasks];
        _locations = locations;
        _faults = faults ?? new DiagnosticBag();
        _ids = new IdColumn(_tasks.Length, _locations, _faults);
        var dependencies = 0;
        for (var i = 0; i < _tasks.Length; i++)
        {
            _ids.Add(i, _tasks[i]);
            dependencies += _tasks[i]?.DependsOn?.Count ?? 0;
        }

        _edges = new EdgeList(dependencies);
        for (var i = 0; i < _tasks.Length; i++)
        {
            if (_tasks[i]?.DependsOn is { Count: > 0 } dependsOn) AddDependencies(i, dependsOn);
        }
    }

    /// <summary>Adds an edge between two ids; null stands for a vertex that is null.</summary>
    public void AddEdge(string? source, string? target)
    {
        var from = source is null ? -1 : _ids.Index.Find(source);
        var to = target is null ? -1 : _ids.Index.Find(target);
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
        var literals = new LiteralColumn(_tasks.Length, Invalid);
        var statuses = new StatusColumn(_tasks.Length, Invalid);
        var estimates = new EstimateColumn(_tasks.Length);
        for (var i = 0; i < _tasks.Length; i++)
        {
            if (_tasks[i] is not { } task) continue;
            literals.Add(i, task);
            if (task.Status != TaskNodeStatus.Pending) statuses.Set(i, task);
            if (task.Estimate is { IsValid: false }) Invalid(i, "its estimate is negative, not finite or empty, or longer than 29,000 years.", "Give seconds, zero or more.");
            else estimates.Set(i, task.Estimate);
        }

        var edges = _edges;
        var dependencies = edges.GroupByTo(_tasks.Length);
        if (dependencies.HasRepeats())
        {
            edges = edges.Distinct();
            dependencies = edges.GroupByTo(_tasks.Length);
        }

        var execution = new ExecutionTableBuilder(_tasks, _ids.Index, dependencies, Invalid).Build();
        var dependants = edges.GroupByFrom(_tasks.Length);
        var order = TopologicalOrder.Of(dependencies, dependants, _tasks.Length);
        if (order.Tasks.Length < _tasks.Length) CycleFaults.Report(dependants, _ids.Values, _locations, _faults);
        _faults.ThrowIfErrors();

        literals.Table.Trim();
        return new TaskGraph(new TaskGraphData
        {
            Ids = _ids.Values,
            Index = _ids.Index,
            Literals = literals.Table,
            LiteralStarts = literals.Starts,
            TaskLiterals = literals.ToArray(),
            Statuses = statuses.Values,
            HeldBy = statuses.HeldBy,
            Estimates = estimates,
            Dependencies = dependencies,
            Dependants = dependants,
            Order = order,
            Execution = execution,
            Locations = _locations,
        });
    }

    private void AddDependencies(int task, IReadOnlyList<string> dependsOn)
    {
        for (var d = 0; d < dependsOn.Count; d++)
        {
            var id = dependsOn[d];
            var from = id is null ? -1 : _ids.Index.Find(id);
            if (from >= 0)
            {
                AddEdge(from, task);
            }
            else
            {
                Fault(task, DiagnosticCodes.UnknownDependency, $"it depends on '{id ?? "(null)"}', which is not a task of the graph.",
                    id is null || !_faults.WantsSuggestions ? "" : Suggestion.For(id, _ids.Values, "Add the task or remove the dependency."));
            }
        }
    }

    private void AddEdge(int from, int to)
    {
        if (from == to) Fault(to, DiagnosticCodes.SelfLoop, "it depends on itself.", "Remove the dependency.");
        else _edges.Add(from, to);
    }

    private void Invalid(int i, string message, string help) => Fault(i, DiagnosticCodes.InvalidTask, message, help);

    private void Fault(int i, string code, string message, string help) => _faults.Error(code, $"Task '{_ids.Values[i]}': {message}", help, LocationOf(i));

    private SourceLocation LocationOf(int i) => _locations is null ? default : _locations[i];
}
