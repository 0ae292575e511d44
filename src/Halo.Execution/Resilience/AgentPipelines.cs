using System.Collections.Concurrent;
using Polly;

namespace Halo.Execution;

/// <summary>The pipelines of one run: one an agent, and one for each combination of an agent and a task's own settings.</summary>
internal sealed class AgentPipelines
{
    private readonly RoutingPlan _plan;
    private readonly RunOptions _options;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline?[] _supplied;
    private readonly ResiliencePipeline?[] _breakers;
    private readonly ResiliencePipeline?[] _byAgent;
    private readonly Func<double>[] _random;
    private readonly ConcurrentDictionary<(int Agent, ExecutionSettings Own), ResiliencePipeline?> _byTask = [];

    public AgentPipelines(RoutingPlan plan, TaskHandlers handlers, RunOptions options, TimeProvider time)
    {
        (_plan, _options, _time) = (plan, options, time);
        Agent[] agents = [.. plan.Agents];
        _supplied = Array.ConvertAll(agents, agent => handlers.PipelineOf(agent.Name));
        _breakers = Array.ConvertAll(agents, agent => PipelineFactory.CreateBreaker(agent.CircuitBreaker, time));
        _random = [.. agents.Select((_, i) => RandomOf(options.JitterSeed is { } seed ? unchecked(seed + i) : null))];
        _byAgent = new ResiliencePipeline?[agents.Length];
        for (var agent = 0; agent < agents.Length; agent++) _byAgent[agent] = Create(agent, null);
    }

    /// <summary>The pipeline of a task at an agent; null when nothing asks for one.</summary>
    public ResiliencePipeline? Of(int task, int agent)
    {
        if (_supplied[agent] is { } supplied) return supplied;
        return _plan.Graph.ExecutionOf(task) is { } own ? _byTask.GetOrAdd((agent, own), key => Create(key.Agent, key.Own)) : _byAgent[agent];
    }

    /// <summary>The settings of a task at an agent: each part its own, otherwise the agent's, otherwise the run's.</summary>
    public ExecutionSettings SettingsOf(int task, int agent) => Merged(agent, _plan.Graph.ExecutionOf(task));

    private ResiliencePipeline? Create(int agent, ExecutionSettings? own) => PipelineFactory.Create(Merged(agent, own), _breakers[agent], _time, _random[agent]);

    private ExecutionSettings Merged(int agent, ExecutionSettings? own)
    {
        var (agents, run) = (_plan.Agents[agent].Execution, _options.Execution);
        return new ExecutionSettings
        {
            AttemptTimeout = own?.AttemptTimeout ?? agents?.AttemptTimeout ?? run.AttemptTimeout,
            TotalTimeout = own?.TotalTimeout ?? agents?.TotalTimeout ?? run.TotalTimeout,
            Retry = own?.Retry ?? agents?.Retry ?? run.Retry,
        };
    }

    private static Func<double> RandomOf(int? seed)
    {
        if (seed is null) return Random.Shared.NextDouble;
        var (random, gate) = (new Random(seed.Value), new Lock());
        return () =>
        {
            lock (gate) return random.NextDouble();
        };
    }
}
