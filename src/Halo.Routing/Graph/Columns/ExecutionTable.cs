using System.Runtime.InteropServices;

namespace Halo.Routing;

/// <summary>How tasks are run, for those that say anything about it: graphs that are only routed pay nothing.</summary>
internal sealed class ExecutionTable
{
    private readonly Dictionary<int, JoinRule> _joins = [];
    private readonly Dictionary<int, ExecutionSettings> _settings = [];
    private readonly Dictionary<(int From, int To), EdgeCondition> _conditions = [];

    /// <summary>Whether some edge asks for a result.</summary>
    public bool AsksForResults => _conditions.Values.Any(condition => condition.When is not null);

    public JoinRule JoinOf(int task) => _joins.GetValueOrDefault(task);

    public ExecutionSettings? SettingsOf(int task) => _settings.GetValueOrDefault(task);

    public EdgeCondition? ConditionOf(int from, int to) => _conditions.Count == 0 ? null : _conditions.GetValueOrDefault((from, to));

    public void Add(int task, JoinRule join) => _joins.Add(task, join);

    public void Add(int task, ExecutionSettings settings) => _settings.Add(task, settings);

    public void Add(int from, int to, EdgeCondition condition) => CollectionsMarshal.GetValueRefOrAddDefault(_conditions, (from, to), out _) = condition;
}
