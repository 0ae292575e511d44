namespace Halo.Reporting;

/// <summary>The forms in which a plan can be written.</summary>
public enum PlanFormat
{
    /// <summary>A report for people: every wave with its tasks, agents and reasons, then the workload. Plain text, no colors.</summary>
    Text = 0,

    /// <summary>The plan for programs, as <c>schemas/plan.schema.json</c> describes it.</summary>
    Json,

    /// <summary>A table in GitHub-flavoured Markdown, a row for each task.</summary>
    Markdown,

    /// <summary>A Mermaid flowchart: tasks colored by agent, dependencies as arrows.</summary>
    Mermaid,

    /// <summary>A Graphviz digraph: tasks colored by agent, dependencies as arrows, and a legend.</summary>
    Dot,
}
