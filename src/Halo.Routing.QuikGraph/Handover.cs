namespace Halo.Routing.QuikGraph;

/// <summary>Who passes work on to whom along an edge of a plan.</summary>
/// <param name="From">The agent of the task that comes first; null when it has none.</param>
/// <param name="To">The agent of the task that depends on it; null when it has none.</param>
public readonly record struct Handover(string? From, string? To);
