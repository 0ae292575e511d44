using System.Text.Json.Serialization.Metadata;
using Polly;

namespace Halo.Execution;

/// <summary>The handlers of a run, by agent. Filled before runs begin, then safe to share between them.</summary>
public sealed class TaskHandlers
{
    private readonly Dictionary<string, ITaskHandler> _handlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonTypeInfo> _resultTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Type> _returnedTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResiliencePipeline> _pipelines = new(StringComparer.Ordinal);

    /// <summary>Sets the handler of an agent.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="resultType">
    /// How a journal keeps its results. Null: plain values as they are, anything else by reflection where the program has it; a
    /// dependant must ask for it by the type that it has.
    /// </param>
    /// <exception cref="ArgumentException">The agent has a handler already.</exception>
    public TaskHandlers Handle(string agent, ITaskHandler handler, JsonTypeInfo? resultType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(agent);
        ArgumentNullException.ThrowIfNull(handler);
        if (!_handlers.TryAdd(agent, handler))
        {
            throw new ArgumentException($"Agent '{agent}' has a handler already. Give each agent one handler, which may tell tasks apart by their type.", nameof(agent));
        }

        if (resultType is not null) _resultTypes.Add(agent, resultType);
        return this;
    }

    /// <summary>Sets the handler of an agent that returns results.</summary>
    /// <typeparam name="T">The type of the results, by which dependants ask for them.</typeparam>
    /// <param name="agent">The agent's name.</param>
    /// <param name="handle">The handler.</param>
    /// <param name="resultType">
    /// How a journal keeps its results. Null: plain values as they are, anything else by reflection where the program has it;
    /// where it has not, a run with a journal and dependencies is refused.
    /// </param>
    /// <exception cref="ArgumentException">The agent has a handler already.</exception>
    public TaskHandlers Handle<T>(string agent, Func<PlannedTask, TaskContext, CancellationToken, ValueTask<T>> handle, JsonTypeInfo<T>? resultType = null)
    {
        ArgumentNullException.ThrowIfNull(handle);
        Handle(agent, new ResultHandler<T>(handle), resultType);
        if (resultType is null && typeof(T) != typeof(object)) _returnedTypes[agent] = typeof(T);
        return this;
    }

    /// <summary>Sets the handler of an agent that returns nothing.</summary>
    /// <exception cref="ArgumentException">The agent has a handler already.</exception>
    public TaskHandlers Handle(string agent, Func<PlannedTask, TaskContext, CancellationToken, ValueTask> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Handle(agent, new ActionHandler(handle));
    }

    /// <summary>
    /// Sets the pipeline that every task of an agent goes through, in the place of the settings of the agent, of its tasks
    /// and of the run. Only whether a task is routed again (<see cref="RouteAgain"/>) still follows the settings. A pause in the
    /// pipeline holds the agent's slot.
    /// </summary>
    /// <exception cref="ArgumentException">The agent has a pipeline already.</exception>
    public TaskHandlers UsePipeline(string agent, ResiliencePipeline pipeline)
    {
        ArgumentException.ThrowIfNullOrEmpty(agent);
        ArgumentNullException.ThrowIfNull(pipeline);
        if (!_pipelines.TryAdd(agent, pipeline)) throw new ArgumentException($"Agent '{agent}' has a pipeline already. Combine the strategies in one pipeline.", nameof(agent));
        return this;
    }

    internal ResultTypes ResultTypes => new(_resultTypes, _returnedTypes);

    internal ResiliencePipeline? PipelineOf(string agent) => _pipelines.GetValueOrDefault(agent);

    /// <summary>The handlers by position in the registry; null for agents without one, which must have no task in the plan.</summary>
    /// <exception cref="HaloValidationException">An agent of the plan has no handler, or a handler's agent is not registered; the exception names every one.</exception>
    internal ITaskHandler?[] For(RoutingPlan plan)
    {
        var faults = new DiagnosticBag();
        var names = plan.Agents.Select(agent => agent.Name).ToArray();
        foreach (var agent in plan.Workload().Keys.Where(agent => !_handlers.ContainsKey(agent)))
        {
            faults.Error(ExecutionDiagnosticCodes.MissingHandler, $"Agent '{agent}' has tasks in the plan and no handler.", "Give it a handler.");
        }

        foreach (var agent in _handlers.Keys.Union(_pipelines.Keys).Where(agent => plan.Agents.IndexOf(agent) < 0))
        {
            faults.Error(ExecutionDiagnosticCodes.MissingHandler, $"There is a handler or a pipeline for '{agent}', which is not a registered agent.", Suggestion.For(agent, names));
        }

        faults.ThrowIfErrors();
        return Array.ConvertAll(names, name => _handlers.GetValueOrDefault(name));
    }
}
