namespace Halo.Execution;

/// <summary>Why a task was done by the agent that did it.</summary>
/// <param name="Planned">Why the plan gave it to its first agent.</param>
/// <param name="Reroutings">How it came from one agent to the next; empty when the first one did it.</param>
public sealed record RunExplanation(Explanation Planned, IReadOnlyList<Rerouting> Reroutings)
{
    /// <summary>The explanation of the plan as text, and a line for each time that the task was routed again.</summary>
    public override string ToString() => Reroutings.Count == 0
        ? Planned.ToText()
        : $"{Planned.ToText()}\nRouted again\n{string.Concat(Reroutings.Select(rerouting => $"  {rerouting}\n"))}";
}
