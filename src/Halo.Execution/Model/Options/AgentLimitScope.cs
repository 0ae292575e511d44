namespace Halo.Execution;

/// <summary>Over which runs the <see cref="Halo.Routing.Agent.MaxConcurrentTasks"/> of an agent holds.</summary>
public enum AgentLimitScope
{
    /// <summary>
    /// Over all runs of one <see cref="PlanExecutor"/>, by the agent's name. Runs that wait for a slot of an agent get one in the
    /// order in which they began to wait.
    /// </summary>
    Executor = 0,

    /// <summary>Over this run alone: what other runs do at the agent does not count, and they do not see this one.</summary>
    Run,
}
