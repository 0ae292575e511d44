namespace Halo.Performance;

/// <summary>
/// Who should do each task of the delivery sample, in the judgement of a person who read the tasks and the agents'
/// descriptions, and not the rules. Completed tasks have no label.
/// </summary>
internal static class DeliveryLabels
{
    private static readonly (string Agent, string Tasks)[] ByAgent =
    [
        ("spec_agent", "search-requirements account-requirements release-plan checkout-design search-design account-design"),
        ("architect_agent", "platform-architecture data-architecture search-system-design"),
        ("builder_agent", "payment-gateway-connect order-events-implement cart-rounding-fix release-retrospective"),
        ("frontend_agent", "design-tokens-write checkout-web-implement search-web-implement account-web-implement storefront-translation storefront-accessibility"),
        ("backend_agent", "orders-schema search-index-schema orders-migration account-migration checkout-api-implement search-api-implement account-api-implement"),
        ("qa_agent", "checkout-api-test search-api-test account-api-test storefront-end-to-end-test release-acceptance"),
        ("security_agent", "threat-model session-token-fix account-privacy-test dependency-scan checkout-penetration-test security-sign-off"),
        ("deploy_agent", "ci-pipeline-setup staging-cluster production-cluster staging-deploy checkout-load-test production-canary-deploy production-full-deploy"),
        ("monitoring_agent", "latency-baseline tracing-setup production-alerts canary-watch"),
        ("marketing_agent", "launch-page-copy launch-campaign video-campaign-booking"),
        ("sales_agent", "partner-outreach enterprise-leads"),
        ("support_agent", "help-center-articles support-runbook"),
        ("analytics_agent", "recommendation-implement recommendation-offline-test adoption-dashboard weekly-latency-report"),
        ("research_agent", "competitor-pricing-research returned-orders-investigation"),
        ("finance_agent", "pricing-model"),
        ("darwin_agent", "routing-fault-fix builder-agent-tuning agent-evolution-round"),
    ];

    /// <summary>The agent of each task.</summary>
    public static IReadOnlyDictionary<string, string> AgentOf { get; } =
        ByAgent.SelectMany(entry => entry.Tasks.Split(' ').Select(task => (Task: task, entry.Agent))).ToDictionary(pair => pair.Task, pair => pair.Agent);
}
