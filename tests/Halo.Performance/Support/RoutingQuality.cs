namespace Halo.Performance;

/// <summary>
/// What an assignment of labelled tasks is worth, by the figures of the agents: nothing is run. A task at another agent than
/// its label names fails and is done again where it belongs.
/// </summary>
/// <param name="Accuracy">The share of tasks at the agent of their label.</param>
/// <param name="FailureRate">The share of tasks that is expected to fail at first.</param>
/// <param name="AvoidableFailureRate">The part of it that the agents of the labels would not have had.</param>
/// <param name="Cost">The mean cost of a task, misrouted work included.</param>
internal sealed record RoutingQuality(double Accuracy, double FailureRate, double AvoidableFailureRate, double Cost)
{
    public static RoutingQuality Of(IReadOnlyDictionary<string, string> assigned, IReadOnlyDictionary<string, string> labels, AgentRegistry agents)
    {
        var (right, failures, avoidable, cost) = (0, 0.0, 0.0, 0.0);
        foreach (var (task, label) in labels)
        {
            var (chosen, owner) = (Find(agents, assigned[task]), Find(agents, label));
            var isRight = chosen.Name == owner.Name;
            if (isRight) right++;
            failures += isRight ? 1 - owner.SuccessRate : 1;
            avoidable += isRight ? 0 : owner.SuccessRate;
            cost += chosen.Cost + (isRight ? 0 : owner.Cost);
        }

        return new RoutingQuality((double)right / labels.Count, failures / labels.Count, avoidable / labels.Count, cost / labels.Count);
    }

    private static Agent Find(AgentRegistry agents, string name) => agents[agents.IndexOf(name)];
}
