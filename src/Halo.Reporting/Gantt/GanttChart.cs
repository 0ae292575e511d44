namespace Halo.Reporting;

/// <summary>What a page with a Gantt chart shows, whether it was planned or has happened. Texts are escaped where they are written.</summary>
public sealed record GanttChart
{
    /// <summary>The title of the window.</summary>
    public required string Title { get; init; }

    /// <summary>The heading of the page.</summary>
    public required string Heading { get; init; }

    /// <summary>How many tasks on how many agents.</summary>
    public required string Subject { get; init; }

    /// <summary>The figures above the chart.</summary>
    public required IReadOnlyList<GanttCard> Cards { get; init; }

    /// <summary>What colors and lines mean.</summary>
    public required string Legend { get; init; }

    /// <summary>Where time ends, in seconds.</summary>
    public required double EndSeconds { get; init; }

    /// <summary>The moment of the dashed line in seconds, which is drawn when it is before the end.</summary>
    public required double MarkSeconds { get; init; }

    /// <summary>Every agent in registry order; those with tasks have a color.</summary>
    public required IReadOnlyList<AgentUtilization> Agents { get; init; }

    /// <summary>The slots that have tasks, by position of the agent and then by number.</summary>
    public required IReadOnlyList<(int Agent, int Slot)> Lanes { get; init; }

    /// <summary>In order of their start; other places speak of a bar by its place here. Made anew at each enumeration.</summary>
    public required IEnumerable<GanttBar> Bars { get; init; }

    /// <summary>What the chain of <see cref="Path"/> is called.</summary>
    public required string PathTitle { get; init; }

    /// <summary>The chain of bars that the end waits for, first to last.</summary>
    public required IReadOnlyList<GanttStep> Path { get; init; }

    /// <summary>The tables below the chart, besides agents and path.</summary>
    public required IReadOnlyList<GanttNote> Notes { get; init; }
}

/// <summary>A stretch of time on a lane.</summary>
/// <param name="Label">What it is called, the task's id.</param>
/// <param name="Lane">The place of its slot in <see cref="GanttChart.Lanes"/>.</param>
/// <param name="StartSeconds">When it begins, in seconds.</param>
/// <param name="FinishSeconds">When it ends, in seconds.</param>
/// <param name="Why">A sentence about it, which many bars share.</param>
public readonly record struct GanttBar(string Label, int Lane, double StartSeconds, double FinishSeconds, string Why)
{
    /// <summary>How many seconds later it could finish; null of what has happened.</summary>
    public double? SlackSeconds { get; init; }

    /// <summary>The bar whose end it starts at; -1 for none.</summary>
    public int Before { get; init; } = -1;

    /// <summary>Whether it is one of <see cref="GanttChart.Path"/>.</summary>
    public bool IsCritical { get; init; }

    /// <summary>How it ends. Default <see cref="GanttBarEnd.Done"/>.</summary>
    public GanttBarEnd End { get; init; }

    /// <summary>The bars that must end before it.</summary>
    public IReadOnlyList<int> Needs { get; init; } = [];
}

/// <summary>How a bar ends, as the page's script counts it.</summary>
public enum GanttBarEnd
{
    /// <summary>The task is done.</summary>
    Done = 0,

    /// <summary>The attempt failed.</summary>
    Failed = 1,

    /// <summary>The attempt was interrupted.</summary>
    Interrupted = 2,
}

/// <summary>A step of the chain that the end waits for.</summary>
/// <param name="Bar">The place of its bar.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Agent">The agent's name.</param>
/// <param name="StartSeconds">When it begins, in seconds.</param>
/// <param name="FinishSeconds">When it ends, in seconds.</param>
public readonly record struct GanttStep(int Bar, string Label, string Agent, double StartSeconds, double FinishSeconds);

/// <summary>A figure above the chart.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="What">What it says.</param>
/// <param name="Kind"><c>good</c>, <c>bad</c> or nothing.</param>
public sealed record GanttCard(string Figure, string What, string Kind = "");

/// <summary>A table below the chart; a list where its rows have one cell.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Intro">A sentence above it; empty for none.</param>
/// <param name="Count">How many rows there are; not all need be shown.</param>
/// <param name="Rows">The rows.</param>
public sealed record GanttNote(string Title, string Intro, int Count, IEnumerable<string[]> Rows);
