namespace Halo.Performance;

/// <summary>
/// Chooses an agent by the words in a task's name and type: what many a team has before it writes rules. The first word of
/// the list that occurs decides; where none does, the builder gets the task.
/// </summary>
internal static class KeywordRouter
{
    private const string Default = "builder_agent";

    private static readonly (string Word, string Agent)[] Words =
    [
        ("penetration", "security_agent"), ("threat", "security_agent"), ("security", "security_agent"), ("scan", "security_agent"),
        ("test", "qa_agent"), ("acceptance", "qa_agent"), ("validation", "qa_agent"),
        ("deploy", "deploy_agent"), ("cluster", "deploy_agent"), ("pipeline", "deploy_agent"),
        ("alert", "monitoring_agent"), ("latency", "monitoring_agent"), ("tracing", "monitoring_agent"), ("watch", "monitoring_agent"),
        ("campaign", "marketing_agent"), ("launch", "marketing_agent"), ("copy", "marketing_agent"),
        ("leads", "sales_agent"), ("partner", "sales_agent"), ("help", "support_agent"), ("support", "support_agent"),
        ("dashboard", "analytics_agent"), ("report", "analytics_agent"), ("research", "research_agent"), ("interview", "research_agent"),
        ("budget", "finance_agent"), ("pricing", "finance_agent"), ("architecture", "architect_agent"), ("system", "architect_agent"),
        ("requirements", "spec_agent"), ("design", "spec_agent"), ("plan", "spec_agent"),
        ("web", "frontend_agent"), ("storefront", "frontend_agent"), ("api", "backend_agent"), ("schema", "backend_agent"),
        ("evolution", "darwin_agent"), ("agent", "darwin_agent"), ("implement", "builder_agent"), ("fix", "builder_agent"), ("code", "builder_agent"),
    ];

    /// <summary>The agent of each task.</summary>
    public static Dictionary<string, string> Route(IReadOnlyCollection<TaskNode> tasks)
    {
        var agents = new Dictionary<string, string>(tasks.Count);
        foreach (var task in tasks) agents.Add(task.Id, AgentOf($"{task.Id} {task.Type}"));
        return agents;
    }

    private static string AgentOf(string text)
    {
        foreach (var (word, agent) in Words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return agent;
        }

        return Default;
    }
}
