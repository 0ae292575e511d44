namespace Halo.Reporting;

/// <summary>What a picture of a graph shows of each task, whatever draws it.</summary>
internal abstract class GraphPicture(TaskGraph graph, AgentColors colors)
{
    public TaskGraph Graph => graph;

    public AgentColors Colors => colors;

    /// <summary>The arrows of the critical path that are no dependencies: a task takes over the slot of the one before.</summary>
    public virtual IEnumerable<(int From, int To)> Handovers => [];

    public abstract PictureNode NodeOf(int task);

    /// <summary>Whether an arrow is part of the critical path.</summary>
    public virtual bool IsCritical(int from, int to) => false;

    /// <summary>What the legend says of an agent, behind its name.</summary>
    public abstract string LegendOf(string agent);

    /// <summary>What the legend says of the tasks without an agent; null where there are none.</summary>
    public abstract string? LegendOfOthers { get; }
}

/// <summary>A task in a picture.</summary>
/// <param name="Lines">What stands below its id.</param>
/// <param name="Agent">The agent that gives it its color; null for none.</param>
/// <param name="IsLeftOut">Whether it should have an agent and has none.</param>
/// <param name="IsCritical">Whether it is part of the critical path.</param>
/// <param name="Why">A sentence.</param>
internal readonly record struct PictureNode(string[] Lines, string? Agent, bool IsLeftOut, bool IsCritical, string Why);
