namespace Halo.Routing;

/// <summary>IF a task's type and attributes match THEN this agent.</summary>
/// <param name="Id">The rule's name, unique in its set.</param>
/// <param name="When">The condition.</param>
/// <param name="Agent">The name of the agent that matching tasks go to.</param>
/// <param name="Priority">Higher goes first; equal priorities go in declaration order. Default 0.</param>
/// <param name="Explanation">A sentence for people on why the rule exists; may be empty.</param>
public sealed record RoutingRule(string Id, Condition When, string Agent, int Priority = 0, string Explanation = "");
