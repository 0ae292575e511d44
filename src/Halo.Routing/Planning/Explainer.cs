using Halo.Rules;

namespace Halo.Routing;

/// <summary>
/// Rebuilds the moment at which a task was decided, from the decisions before it, and says what each rule and agent
/// looked like then. Nothing is stored for it while routing.
/// </summary>
internal sealed class Explainer(RoutingPlan plan, RoutingSnapshot snapshot, CapabilityTable capabilities, Decision[] decisions)
{
    public Explanation Explain(int task)
    {
        var decision = decisions[task];
        if (decision.Reason is DecisionReason.Completed or DecisionReason.InProgress) return new Explanation(plan[task], [], [], null);
        var load = LoadBefore(task);
        return new Explanation(plan[task], Considered(task, decision, load), Candidates(task, load), SearchAgain(task, load));
    }

    private AgentLoad LoadBefore(int task)
    {
        var graph = plan.Graph;
        var load = new AgentLoad(snapshot.Agents, snapshot.TargetOfAgent, snapshot.Matcher.Targets.Names.Count, plan.Options);
        var perWave = plan.Options.Capacity == CapacityMode.Concurrent;
        if (!perWave) AssignHeld(graph.Order, load);
        for (var wave = 0; wave < graph.WaveCount; wave++)
        {
            load.BeginWave();
            if (perWave) AssignHeld(graph.Wave(wave), load);
            foreach (var earlier in graph.Wave(wave))
            {
                if (earlier == task) return load;
                if (decisions[earlier] is { Agent: >= 0, Reason: not DecisionReason.InProgress } decision) load.Assign(decision.Agent);
            }
        }

        return load;
    }

    private void AssignHeld(ReadOnlySpan<int> tasks, AgentLoad load)
    {
        if (!plan.Graph.HasHeldTasks) return;
        foreach (var task in tasks)
        {
            if (decisions[task].Reason == DecisionReason.InProgress) load.Assign(decisions[task].Agent);
        }
    }

    private List<ConsideredRule> Considered(int task, Decision decision, AgentLoad load)
    {
        var attributes = plan.Graph.AttributesOf(task);
        var considered = new List<ConsideredRule>();
        foreach (var number in snapshot.Matcher.InOrder)
        {
            if (number == decision.Rule)
            {
                if (decision.Waits) continue; // the rules after its first choice refused it too
                break;
            }

            var trace = MatchTrace.Of(snapshot.Matcher.Log.RuleOf(number), attributes);
            var outcome = trace.Matched ? OutcomeOf(snapshot.AgentOfRule(number), load) : ConsiderationOutcome.ConditionFailed;
            considered.Add(new ConsideredRule(trace.Rule, outcome, trace.Failed, trace.Actual));
        }

        return considered;
    }

    private List<CapabilityCandidate> Candidates(int task, AgentLoad load)
    {
        var candidates = new List<CapabilityCandidate>();
        foreach (var agent in capabilities.Candidates(plan.Graph.TypeOf(task)))
        {
            candidates.Add(new CapabilityCandidate(snapshot.Agents[agent].Name, capabilities.RateOf(agent), load.Assigned(agent), OutcomeOf(agent, load)));
        }

        return candidates;
    }

    private IndexView SearchAgain(int task, AgentLoad load)
    {
        var matcher = snapshot.Matcher;
        var row = matcher.NewRow(plan.Graph.Literals);
        row.Load(plan.Graph.LiteralsOf(task));
        var search = matcher.NewSearch(load.Admitted);
        matcher.Search(row, ref search);
        var rules = matcher.InOrder.Length;
        return new IndexView(search.Candidates, search.Checked, rules, matcher is RuleIndex index ? index.Statistics.Unindexed.Count : rules);
    }

    private static ConsiderationOutcome OutcomeOf(int agent, AgentLoad load) =>
        !load.IsAvailable(agent) ? ConsiderationOutcome.AgentUnavailable
        : !load.HasRoom(agent) ? ConsiderationOutcome.NoCapacity
        : ConsiderationOutcome.Open;
}
