using Polly.CircuitBreaker;

namespace Halo.Execution;

/// <summary>Finds the next agent for a task that one could not do, and writes down why.</summary>
internal sealed class FallbackRouter(RunTable table, TaskInvoker invoker, RunOptions options, TimeProvider time)
{
    // A circuit that is trying one task gives no time, or one that is over.
    private static readonly TimeSpan UnknownWait = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, HashSet<int>> _tried = [];
    private readonly Dictionary<int, long> _opensAgain = []; // agents with an open circuit, and when it may be tried

    /// <summary>Who does the task next: an agent at once or after a wait, or none.</summary>
    public NextAgent Next(int task, int agent, in TaskEnd end)
    {
        lock (_lock)
        {
            var mayWait = MayWait(task, agent, end, out var wait);
            if (mayWait) _opensAgain[agent] = time.GetTimestamp() + Ticks(wait);
            if (!IsRoutedAgain(task, agent, end)) return mayWait ? new NextAgent(agent, wait) : NextAgent.None;
            if (!_tried.TryGetValue(task, out var tried)) _tried.Add(task, tried = []);
            if (!mayWait) tried.Add(agent);
            var now = time.GetTimestamp();
            var next = table.Plan.RouteAgain(task, candidate => !CanTake(candidate, tried) || OpenUntil(candidate) > now);
            if (next.Agent < 0 && FirstToOpen(task, tried) is { Agent: >= 0 } first)
            {
                if (first.Agent != agent) Note(task, agent, end, table.Plan.RouteAgain(task, candidate => candidate != first.Agent));
                return first;
            }

            if (next.Agent >= 0 || tried.Count > 1) Note(task, agent, end, next);
            return next.Agent >= 0 ? new NextAgent(next.Agent) : NextAgent.None;
        }
    }

    private bool IsRoutedAgain(int task, int agent, in TaskEnd end) => options.RouteAgain switch
    {
        RouteAgain.Never => false,
        RouteAgain.Always => true,
        _ => end.Reason == OutcomeReason.CircuitOpen || invoker.RetryOf(task, agent) is not { } retry || !FailureKind.IsNonRetryable(end.Failure!, retry),
    };

    // An agent that has made all its attempts at the task has tried it, also when the last of them opened its circuit.
    private bool MayWait(int task, int agent, in TaskEnd end, out TimeSpan wait)
    {
        wait = default;
        if (end.Failure is not BrokenCircuitException { RetryAfter: { } opens } || opens > options.MaxCircuitWait) return false;
        var attempts = 0;
        foreach (var attempt in table.AttemptsOf(task)) attempts += attempt.Agent == agent ? 1 : 0;
        wait = opens > TimeSpan.Zero ? opens : UnknownWait;
        return attempts < (invoker.RetryOf(task, agent)?.MaxAttempts ?? 1);
    }

    private NextAgent FirstToOpen(int task, HashSet<int> tried)
    {
        var (seen, first) = (new HashSet<int>(), -1);
        while (table.Plan.RouteAgain(task, candidate => !CanTake(candidate, tried) || seen.Contains(candidate)).Agent is >= 0 and var open)
        {
            seen.Add(open);
            if (first < 0 || OpenUntil(open) < OpenUntil(first)) first = open;
        }

        if (first < 0) return NextAgent.None;
        var wait = time.GetElapsedTime(time.GetTimestamp(), OpenUntil(first));
        return new NextAgent(first, wait > TimeSpan.Zero ? wait : TimeSpan.FromTicks(1));
    }

    private void Note(int task, int agent, in TaskEnd end, Decision next)
    {
        var (from, decision) = (table.Plan.Agents[agent].Name, table.Plan.Named(task, next));
        foreach (var known in table.ReroutingsOf(task))
        {
            // A task that waits for circuits may go the same way many times.
            if (end.Reason == OutcomeReason.CircuitOpen && known.Cause == end.Reason && known.From == from && known.Next.Agent == decision.Agent) return;
        }

        table.AddRerouting(task, new Rerouting(from, end.Reason, end.Failure!, decision));
    }

    private bool CanTake(int agent, HashSet<int> tried) => !tried.Contains(agent) && invoker.CanRun(agent);

    private long OpenUntil(int agent) => _opensAgain.GetValueOrDefault(agent, long.MinValue);

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}

/// <summary>Who does a task next.</summary>
/// <param name="Agent">The agent's position; -1 when no other can.</param>
/// <param name="Wait">How long the task waits for the agent's circuit; zero when it does not.</param>
internal readonly record struct NextAgent(int Agent, TimeSpan Wait = default)
{
    public static NextAgent None { get; } = new(-1);
}
