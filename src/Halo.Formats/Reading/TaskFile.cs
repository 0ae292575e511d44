namespace Halo.Formats;

/// <summary>What a task file holds.</summary>
/// <param name="Format">The name of its format, such as <c>WfFormat 1.5</c>.</param>
/// <param name="Graph">Its tasks.</param>
/// <param name="Agents">Its machines; null when the file names none.</param>
public sealed record TaskFile(string Format, TaskGraph Graph, AgentRegistry? Agents);
