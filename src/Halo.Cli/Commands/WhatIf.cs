using System.Globalization;

namespace Halo.Cli;

/// <summary>The question of <c>--what-if</c>.</summary>
/// <param name="Agent">Whose slots; null asks of every agent in turn.</param>
/// <param name="MoreSlots">How many slots more.</param>
internal sealed record WhatIf(string? Agent, int MoreSlots)
{
    /// <summary>Reads <c>all</c> or <c>agent=+2</c>.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static WhatIf Parse(string text)
    {
        if (text == "all") return new WhatIf(null, 1);
        var equals = text.LastIndexOf('=');
        return equals > 0 && int.TryParse(text[(equals + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var slots) && slots > 0
            ? new WhatIf(text[..equals], slots)
            : throw new UsageException($"--what-if cannot be '{text}'; it is all, or an agent and its additional slots such as builder=+2.");
    }

    /// <summary>The answers, the most time saved first.</summary>
    /// <exception cref="UsageException">There is no such agent.</exception>
    public IReadOnlyList<SlotSensitivity> Answer(RoutingPlan plan, ScheduleOptions options)
    {
        if (Agent is null) return Scheduler.Sensitivity(plan, options, MoreSlots);
        if (plan.Agents.IndexOf(Agent) >= 0) return [Scheduler.WhatIf(plan, Agent, MoreSlots, options)];
        throw new UsageException($"--what-if names '{Agent}', which is not a registered agent. {Suggestion.For(Agent, plan.Agents.Select(agent => agent.Name))}".TrimEnd());
    }
}
