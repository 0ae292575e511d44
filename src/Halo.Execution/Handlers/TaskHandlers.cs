using System.Text.Json.Serialization.Metadata;
using Polly;

namespace Halo.Execution;

/// <summary>The handlers of a run, by agent. Filled before runs begin, then safe to share between them.</summary>
public sealed class TaskHandlers
{
    private readonly Dictionary<string, ITaskHandler> _handlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonTypeInfo> _resultTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResiliencePipeline> _pipelines = new(StringComparer.Ordinal);

    /// <summary>Sets the handler of an agent; the last one counts.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="resultType">How a journal keeps its results; null when it does not: then they are absent behind a resume.</param>
    public TaskHandlers Handle(string agent, ITaskHandler handler, JsonTypeInfo? resultType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(agent);
        ArgumentNullException.ThrowIfNull(handler);
        _handlers[agent] = handler;
        if (resultType is null) _resultTypes.Remove(agent);
        else _resultTypes[agent] = resultType;
        return this;
    }

    /// <summary>Sets the handler of an agent that returns results.</summary>
    /// <typeparam name="T">The type of the results, by which dependants ask for them.</typeparam>
    /// <param name="agent">The agent's name.</param>
    /// <param name="handle">The handler.</param>
    /// <param name="resultType">How a journal keeps its results; null when it does not: then they are absent behind a resume.</param>
    public TaskHandlers Handle<T>(string agent, Func<PlannedTask, TaskContext, CancellationToken, ValueTask<T>> handle, JsonTypeInfo<T>? resultType = null)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Handle(agent, new ResultHandler<T>(handle), resultType);
    }

    /// <summary>Sets the handler of an agent that returns nothing.</summary>
    public TaskHandlers Handle(string agent, Func<PlannedTask, TaskContext, CancellationToken, ValueTask> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return Handle(agent, new ActionHandler(handle));
    }

    /// <summary>
    /// Sets the pipeline that every task of an agent goes through, in the place of the settings of the agent, of its tasks
    /// and of the run.
    /// </summary>
    public TaskHandlers UsePipeline(string agent, ResiliencePipeline pipeline)
    {
        ArgumentException.ThrowIfNullOrEmpty(agent);
        ArgumentNullException.ThrowIfNull(pipeline);
        _pipelines[agent] = pipeline;
        return this;
    }

    internal ResultTypes ResultTypes => new(_resultTypes);

    /// <summary>Whether a result of an agent would be lost by a journal.</summary>
    internal bool LosesResults(string agent) => _handlers.TryGetValue(agent, out var handler) && handler is not ActionHandler && !_resultTypes.ContainsKey(agent);

    internal ResiliencePipeline? PipelineOf(string agent) => _pipelines.GetValueOrDefault(agent);

    /// <summary>The handlers by position in the registry; null for agents without one, which must have no task in the plan.</summary>
    /// <exception cref="HaloValidationException">An agent of the plan has no handler, or a handler's agent is not registered; the exception names every one.</exception>
    internal ITaskHandler?[] For(RoutingPlan plan)
    {
        var faults = new DiagnosticBag();
        var names = plan.Agents.Select(agent => agent.Name).ToArray();
        foreach (var agent in plan.Workload().Keys.Where(agent => !_handlers.ContainsKey(agent)))
        {
            faults.Error(DiagnosticCodes.MissingHandler, $"Agent '{agent}' has tasks in the plan and no handler.", "Give it a handler.");
        }

        foreach (var agent in _handlers.Keys.Union(_pipelines.Keys).Where(agent => plan.Agents.IndexOf(agent) < 0))
        {
            faults.Error(DiagnosticCodes.MissingHandler, $"There is a handler or a pipeline for '{agent}', which is not a registered agent.", Suggestion.For(agent, names));
        }

        faults.ThrowIfErrors();
        return Array.ConvertAll(names, name => _handlers.GetValueOrDefault(name));
    }
}
