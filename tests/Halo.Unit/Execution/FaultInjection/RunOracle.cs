using Halo.Execution;

namespace Halo.Unit.Execution.FaultInjection;

/// <summary>What must become of a task.</summary>
internal sealed record ExpectedEnd(TaskOutcome Outcome, OutcomeReason Reason, string? Agent = null, int Attempts = 0);

/// <summary>Foretells a run task by task, in topological order, without any notion of time: slow and obvious.</summary>
internal sealed class RunOracle(FaultyPlan faulty)
{
    private readonly Dictionary<string, ExpectedEnd> _ends = [];

    public IReadOnlyDictionary<string, ExpectedEnd> Foretell()
    {
        for (var i = 0; i < faulty.Plan.Graph.Count; i++)
        {
            var task = faulty.Plan.Graph.Order[i];
            _ends[faulty.Plan.Graph.IdOf(task)] = EndOf(faulty.Routing.Tasks[task], task);
        }

        return _ends;
    }

    private ExpectedEnd EndOf(TaskNode node, int task)
    {
        if (node.Status == TaskNodeStatus.Completed) return new ExpectedEnd(TaskOutcome.Succeeded, OutcomeReason.CompletedBefore);
        var edges = node.DependsOn.Distinct().Select(id => Judge(node, id)).ToArray();
        var good = edges.Count(edge => edge == "good");
        var runs = node.Join.Kind switch
        {
            JoinKind.AllSucceeded => good == edges.Length,
            JoinKind.Quorum => good >= node.Join.Count,
            _ => true,
        };
        if (!runs)
        {
            var blame = edges.Contains("failed") ? OutcomeReason.DependencyFailed : edges.Contains("other") ? OutcomeReason.ConditionNotMet : OutcomeReason.DependencySkipped;
            return new ExpectedEnd(TaskOutcome.Skipped, blame);
        }

        return faulty.Plan[node.Id].Agent is { } agent ? Tries(node, task, agent) : new ExpectedEnd(TaskOutcome.NotRun, OutcomeReason.Unassigned);
    }

    private string Judge(TaskNode node, string dependency)
    {
        var (end, condition) = (_ends[dependency], node.Conditions.GetValueOrDefault(dependency) ?? new EdgeCondition());
        if (end.Outcome is TaskOutcome.Skipped or TaskOutcome.NotRun) return "absent";
        var failed = end.Outcome == TaskOutcome.Failed;
        if (condition.On == EdgeOutcome.Failed && !failed) return "other";
        if (condition.On == EdgeOutcome.Succeeded && failed && faulty.Options.OnFailure != FailurePolicy.Continue) return "failed";
        if (condition.When is null) return "good";
        faulty.Plan.Graph.TryGetIndex(dependency, out var index);
        return end is { Outcome: TaskOutcome.Succeeded, Reason: OutcomeReason.Returned } && faulty.ResultOf(index) == "green" ? "good" : "other";
    }

    private ExpectedEnd Tries(TaskNode node, int task, string first)
    {
        var tried = new List<string>();
        var attempts = 0;
        for (var agent = first; ;)
        {
            tried.Add(agent);
            var most = node.Execution!.Retry?.MaxAttempts ?? 1;
            var (reason, isFinal) = (OutcomeReason.Returned, false);
            for (var attempt = 1; attempt <= most; attempt++)
            {
                attempts++;
                var behaviour = faulty.BehaviourOf(task, faulty.Plan.Agents.IndexOf(agent), attempt);
                if (behaviour is Behaviour.Answer or Behaviour.AnswerLater or Behaviour.AnswerBehindTheTimeout) return new ExpectedEnd(TaskOutcome.Succeeded, OutcomeReason.Returned, agent, attempts);
                reason = behaviour == Behaviour.Hang ? OutcomeReason.TimedOut : OutcomeReason.HandlerFailed;
                isFinal = behaviour == Behaviour.FailForGood && node.Execution.Retry is not null; // only a retry names what is non-retryable
                if (isFinal) break;
            }

            var mayGoOn = faulty.Options.RouteAgain == RouteAgain.Always || (faulty.Options.RouteAgain == RouteAgain.UnlessNonRetryable && !isFinal);
            if (!mayGoOn || NextAgent(node, task, tried) is not { } next) return new ExpectedEnd(TaskOutcome.Failed, reason, agent, attempts);
            agent = next;
        }
    }

    private string? NextAgent(TaskNode node, int task, List<string> tried)
    {
        var attributes = faulty.Plan.Graph.AttributesOf(task);
        bool Admits(string agent) => !tried.Contains(agent) && (faulty.Routing.Options.Available?.Contains(agent) ?? true);
        return faulty.Routing.Rules.OrderByDescending(rule => rule.Priority).FirstOrDefault(rule => Admits(rule.Agent) && MatchTrace.Of(rule, attributes).Matched)?.Agent
            ?? faulty.Routing.Agents.Where(agent => Admits(agent.Name) && agent.Types.Contains(node.Type)).OrderByDescending(agent => agent.SuccessRate).FirstOrDefault()?.Name;
    }
}
