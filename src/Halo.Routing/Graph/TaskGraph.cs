using System.Diagnostics.CodeAnalysis;

namespace Halo.Routing;

/// <summary>
/// An immutable, validated DAG of tasks in compact arrays. Tasks are known by index, their place in the input, from 0.
/// Safe to share between threads. It keeps no reference to the objects it was built from, only to their strings.
/// </summary>
public sealed class TaskGraph
{
    private readonly TaskGraphData _data;

    internal TaskGraph(TaskGraphData data) => _data = data;

    /// <summary>The number of tasks.</summary>
    public int Count => _data.Ids.Length;

    /// <summary>The number of dependencies, repeats not counted.</summary>
    public int EdgeCount => _data.Dependencies.ItemCount;

    /// <summary>The number of waves: tasks of equal depth form one.</summary>
    public int WaveCount => _data.Order.WaveStarts.Length - 1;

    /// <summary>Task indices in topological order: Kahn's algorithm, roots in insertion order, dependants in edge order.</summary>
    public ReadOnlySpan<int> Order => _data.Order.Tasks;

    internal LiteralTable Literals => _data.Literals;

    /// <summary>Whether some task is not pending.</summary>
    public bool HasStatuses => _data.Statuses is not null;

    internal bool HasHeldTasks => _data.HeldBy.Count > 0;

    /// <summary>Builds a graph from tasks that name their dependencies. O(tasks + edges).</summary>
    /// <param name="tasks">The tasks, in insertion order.</param>
    /// <exception cref="HaloValidationException">Duplicate ids, unknown dependencies, self-loops or cycles; the exception lists every fault.</exception>
    public static TaskGraph Create(IEnumerable<TaskNode> tasks) => new TaskGraphBuilder(tasks).Build();

    /// <summary>Builds a graph of tasks that were read from a file, for readers of file formats.</summary>
    /// <param name="tasks">The tasks, in insertion order.</param>
    /// <param name="locations">Where each task is.</param>
    /// <param name="faults">What the reader has found so far; the graph's faults are added.</param>
    /// <exception cref="HaloValidationException">There are errors, of the reader or of the graph; the exception lists them all.</exception>
    public static TaskGraph Create(IEnumerable<TaskNode> tasks, IReadOnlyList<SourceLocation> locations, DiagnosticBag faults)
    {
        ArgumentNullException.ThrowIfNull(locations);
        ArgumentNullException.ThrowIfNull(faults);
        return new TaskGraphBuilder(tasks, [.. locations], faults).Build();
    }

    /// <summary>Builds a graph from tasks and separate edges. The tasks' own <see cref="TaskNode.DependsOn"/> come first.</summary>
    /// <typeparam name="TEdge">Any kind of edge.</typeparam>
    /// <param name="vertices">The tasks, in insertion order.</param>
    /// <param name="edges">The edges, in insertion order; repeats count once.</param>
    /// <param name="source">The task that comes first.</param>
    /// <param name="target">The task that depends on it.</param>
    /// <exception cref="HaloValidationException">The graph is faulty; the exception lists every fault.</exception>
    public static TaskGraph Create<TEdge>(IEnumerable<TaskNode> vertices, IEnumerable<TEdge> edges, Func<TEdge, TaskNode> source, Func<TEdge, TaskNode> target) =>
        Create(vertices, edges, source, target, task => task);

    /// <summary>Builds a graph from any other graph.</summary>
    /// <typeparam name="TVertex">The other graph's vertices; each must give a task id of its own.</typeparam>
    /// <typeparam name="TEdge">The other graph's edges.</typeparam>
    /// <param name="vertices">The vertices, in insertion order.</param>
    /// <param name="edges">The edges, in insertion order; repeats count once.</param>
    /// <param name="source">The vertex that comes first.</param>
    /// <param name="target">The vertex that depends on it.</param>
    /// <param name="task">The task that a vertex stands for.</param>
    /// <exception cref="HaloValidationException">The graph is faulty; the exception lists every fault.</exception>
    public static TaskGraph Create<TVertex, TEdge>(
        IEnumerable<TVertex> vertices, IEnumerable<TEdge> edges, Func<TEdge, TVertex> source, Func<TEdge, TVertex> target, Func<TVertex, TaskNode> task) =>
        GraphConversion.Build(vertices, edges, source, target, task);

    /// <summary>The index of a task. O(1).</summary>
    public bool TryGetIndex(string id, out int index)
    {
        ArgumentNullException.ThrowIfNull(id);
        index = _data.Index.Find(id);
        return index >= 0;
    }

    /// <summary>The index of a task that is known to be in the graph. O(1).</summary>
    internal int IndexOf(string id) => _data.Index.Find(id);

    /// <summary>By task: its position in <see cref="Order"/>. O(tasks).</summary>
    public int[] Positions()
    {
        var positions = new int[Count];
        for (var i = 0; i < positions.Length; i++) positions[Order[i]] = i;
        return positions;
    }

    /// <summary>A task's id.</summary>
    public string IdOf(int index) => _data.Ids[index];

    /// <summary>A task's type; empty when it has none.</summary>
    public string TypeOf(int index) => TypeLiteralOf(index) is >= 0 and var literal ? Literals.Literals[literal].Value.ToString() : "";

    /// <summary>A task's status.</summary>
    public TaskNodeStatus StatusOf(int index) => _data.Statuses is { } statuses ? statuses[index] : TaskNodeStatus.Pending;

    /// <summary>A task's estimate; null when unknown.</summary>
    public TaskEstimate? EstimateOf(int index) => _data.Estimates.Of(index);

    /// <summary>How many seconds a task takes on an agent by its estimate; NaN when it has none for that agent. O(1).</summary>
    /// <param name="index">The task.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="speed">The agent's speed, which estimates without an agent are divided by.</param>
    public double SecondsOf(int index, string agent, double speed) => _data.Estimates.SecondsOf(index, agent, speed);

    /// <summary>
    /// How long all tasks take together at most, in seconds: plain estimates at a speed, and of estimates by agent the
    /// longest of each task. Tasks without an estimate count nothing. O(1).
    /// </summary>
    /// <param name="speed">The speed, more than zero.</param>
    public double TotalSecondsAt(double speed) => _data.Estimates.TotalAt(speed);

    /// <inheritdoc cref="EstimateColumn.LongestAt"/>
    internal double LongestSecondsAt(int index, double speed) => _data.Estimates.LongestAt(index, speed);

    /// <summary>When a task runs, judged by how its dependencies ended.</summary>
    public JoinRule JoinOf(int index) => _data.Execution?.JoinOf(index) ?? default;

    /// <summary>How a task is tried; null for what its agent says.</summary>
    public ExecutionSettings? ExecutionOf(int index) => _data.Execution?.SettingsOf(index);

    /// <summary>What a dependency must have come to for a task; null for plain success.</summary>
    public EdgeCondition? ConditionOf(int dependency, int task) => _data.Execution?.ConditionOf(dependency, task);

    /// <summary>The tasks that must be done before a task.</summary>
    public ReadOnlySpan<int> DependenciesOf(int index) => _data.Dependencies[index];

    /// <summary>The tasks that wait for a task.</summary>
    public ReadOnlySpan<int> DependantsOf(int index) => _data.Dependants[index];

    /// <summary>The tasks of a wave, in topological order.</summary>
    /// <param name="wave">The depth, from 0.</param>
    public ReadOnlySpan<int> Wave(int wave) => Order[_data.Order.WaveStarts[wave].._data.Order.WaveStarts[wave + 1]];

    /// <summary>A task's attributes with its type among them, as rules see them.</summary>
    public IReadOnlyDictionary<string, AttributeValue> AttributesOf(int index) => TaskDescription.AttributesOf(this, index);

    /// <summary>The value of one attribute of a task; absent when it has none. O(attributes of the task).</summary>
    /// <param name="index">The task.</param>
    /// <param name="attribute">The attribute; <c>type</c> gives the task's type.</param>
    public AttributeValue AttributeOf(int index, string attribute)
    {
        var name = Literals.FindName(attribute);
        if (name < 0) return default;
        foreach (var literal in LiteralsOf(index))
        {
            if (Literals.Literals[literal].Name == name) return Literals.Literals[literal].Value;
        }

        return default;
    }

    /// <summary>A task as it was described.</summary>
    public TaskNode this[int index] => TaskDescription.Of(this, index);

    /// <summary>Finds a task by id.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out TaskNode? task)
    {
        task = TryGetIndex(id, out var index) ? this[index] : null;
        return task is not null;
    }

    /// <summary>Whether the condition of some dependency asks for a result. O(conditions).</summary>
    public bool AsksForResults => _data.Execution?.AsksForResults ?? false;

    /// <summary>The agent that a task in progress names; null for every other task.</summary>
    internal string? HolderOf(int index) => _data.HeldBy.GetValueOrDefault(index);

    internal IReadOnlyDictionary<int, string> Holders => _data.HeldBy;

    /// <summary>The numbers of a task's literals; its type, where it has one, comes first.</summary>
    internal ReadOnlySpan<int> LiteralsOf(int index) => _data.TaskLiterals.AsSpan(_data.LiteralStarts[index], _data.LiteralStarts[index + 1] - _data.LiteralStarts[index]);

    /// <summary>The number of the literal that is a task's type; -1 when it has none.</summary>
    internal int TypeLiteralOf(int index)
    {
        var literals = LiteralsOf(index);
        return literals.Length > 0 && Literals.Literals[literals[0]].Name == Literals.TypeName ? literals[0] : -1;
    }

    /// <summary>The line of the file that a task came from; the default where it came from code.</summary>
    internal SourceLocation LocationOf(int index) => _data.Locations is { } locations ? locations[index] : default;
}
