namespace Halo.Scheduling;

/// <summary>What more slots of an agent would do.</summary>
/// <param name="Agent">The agent's name.</param>
/// <param name="MoreSlots">How many slots more it would have.</param>
/// <param name="Makespan">The makespan then.</param>
/// <param name="Saved">The time saved; negative where list scheduling does worse with more room, which happens (Graham 1969).</param>
public sealed record SlotSensitivity(string Agent, int MoreSlots, TimeSpan Makespan, TimeSpan Saved);
