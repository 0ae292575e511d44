namespace Halo.Reporting;

/// <summary>The forms in which a schedule can be written.</summary>
public enum ScheduleFormat
{
    /// <summary>A report for people: figures, a Gantt chart in characters, the critical path, how busy each agent is. Plain text, no colors.</summary>
    Text = 0,

    /// <summary>The schedule for programs, as <c>schemas/schedule.schema.json</c> describes it.</summary>
    Json,

    /// <summary>A Gantt chart as one HTML file that needs no other.</summary>
    Html,

    /// <summary>A Mermaid flowchart: tasks colored by agent with their times, the critical path marked.</summary>
    Mermaid,

    /// <summary>A Graphviz digraph: tasks colored by agent with their times, the critical path marked, and a legend.</summary>
    Dot,
}
