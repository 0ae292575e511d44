namespace Halo.Performance;

/// <summary>The delivery sample, loaded.</summary>
internal static class Delivery
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "samples", "delivery");

    public static AgentRegistry Agents { get; } = AgentFile.Load(Path.Combine(Folder, "agents.json"));

    public static TaskGraph Graph { get; } = GraphFile.Load(Path.Combine(Folder, "graph.json"));

    public static HaloRouter Router { get; } = new(RuleFile.Load(Path.Combine(Folder, "rules.json")), Agents);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Halo.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Halo.sln is not above the test assembly.");
    }
}
