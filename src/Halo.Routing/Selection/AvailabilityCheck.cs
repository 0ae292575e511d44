namespace Halo.Routing;

/// <summary>Checks that the agents that may be used exist.</summary>
internal static class AvailabilityCheck
{
    /// <summary>Throws when <see cref="RouteOptions.Available"/> names an agent that is not registered. O(names).</summary>
    /// <exception cref="HaloValidationException">The exception names every such agent.</exception>
    public static void ThrowIfUnknown(RouteOptions options, AgentRegistry agents)
    {
        if (options.Available is not { } available) return;
        var faults = new DiagnosticBag();
        foreach (var name in available)
        {
            if (name is not null && agents.IndexOf(name) >= 0) continue;
            var help = name is null || !faults.WantsSuggestions
                ? ""
                : Suggestion.For(name, agents.Select(agent => agent.Name), "Register the agent or leave it out.");
            faults.Error(DiagnosticCodes.UnknownAgent,
                $"The agents that may be used include '{name ?? "(null)"}', which is not a registered agent.", help);
        }

        faults.ThrowIfErrors();
    }
}
