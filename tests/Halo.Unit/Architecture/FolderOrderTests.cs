using System.Reflection;
using System.Runtime.CompilerServices;
using Halo.Execution;
using Halo.Formats;
using Halo.NUnit;
using Halo.Parallelism;
using Halo.Results;

namespace Halo.Unit.Architecture;

/// <summary>Folders are layers: each may use only those to its left.</summary>
[TestFixture, Category("Unit")]
public sealed class FolderOrderTests
{
    private static readonly string[] CoreOrder = ["Text", "Values", "Diagnostics", "Options", "Files", "Json"];
    private static readonly string[] RulesOrder = ["Model", "Validation", "Linting", "Matching", "Indexing/Search", "Indexing/Tables", "Indexing/Filing", "Indexing/Nodes", "Indexing", "Json"];
    private static readonly string[] RoutingOrder = ["Graph", "QuikGraph", "Agents", "Linting", "Selection", "Planning", "Router", "Hosting"];
    private static readonly string[] SchedulingOrder = ["Problem", "Bounds", "Scheduling", "Improving"];
    private static readonly string[] ReportingOrder = ["Text", "Pictures", "Plans", "Explanations", "Gantt", "Schedules"];
    private static readonly string[] ExecutionOrder = ["Model", "Telemetry", "Handlers", "Joining", "Resilience", "Journaling", "Scheduling", "Reporting"];
    private static readonly string[] FormatsOrder = ["Reading", "StandardTaskGraphs", "JobShops", "WfFormat", "GitHubActions"];
    private static readonly string[] ResultsOrder = ["Records", "Statistics", "Baselines", "Judging", "Reporting", "Reviewing"];

    private static readonly string[] NUnitOrder = ["Signals", "Measuring", "Verdicts", "Retrying", "Checks", "Rules"];

    private static readonly string[] ParallelismOrder = ["Limits", "Measuring", "Modelling", "Sampling", "Running", "Commands"];

    private static readonly string[] CliOrder = ["Output", "Inputs", "Commands", "Run", "Perf"];

    private static IEnumerable<TestCaseData> Projects() =>
    [
        new TestCaseData(typeof(JsonCursor), CoreOrder).SetArgDisplayNames("Halo.Core"),
        new TestCaseData(typeof(RuleSet), RulesOrder).SetArgDisplayNames("Halo.Rules"),
        new TestCaseData(typeof(TaskGraph), RoutingOrder).SetArgDisplayNames("Halo.Routing"),
        new TestCaseData(typeof(Schedule), SchedulingOrder).SetArgDisplayNames("Halo.Scheduling"),
        new TestCaseData(typeof(PlanWriter), ReportingOrder).SetArgDisplayNames("Halo.Reporting"),
        new TestCaseData(typeof(PlanExecutor), ExecutionOrder).SetArgDisplayNames("Halo.Execution"),
        new TestCaseData(typeof(TaskFiles), FormatsOrder).SetArgDisplayNames("Halo.Formats"),
        new TestCaseData(typeof(PerfRules), NUnitOrder).SetArgDisplayNames("Halo.NUnit"),
        new TestCaseData(typeof(PerfAttempt), ResultsOrder).SetArgDisplayNames("Halo.Results"),
        new TestCaseData(typeof(ParallelismAdvisor), ParallelismOrder).SetArgDisplayNames("Halo.Parallelism"),
        new TestCaseData(typeof(Halo.Cli.HaloCommand), CliOrder).SetArgDisplayNames("halo"),
    ];

    [TestCaseSource(nameof(Projects))]
    public void Folders_OfAProject_UseOnlyThoseToTheirLeft(Type member, string[] order)
    {
        using var assembly = new AssemblyFolders(member.Assembly.Location);
        Assert.That(new FolderOrder(order).Violations(assembly.Uses()), Is.Empty);
    }

    [TestCaseSource(nameof(Projects))]
    public void Folders_OfAProject_AreAllInTheOrder(Type member, string[] order)
    {
        using var assembly = new AssemblyFolders(member.Assembly.Location);
        Assert.That(new FolderOrder(order).Strays(assembly.Folders()), Is.Empty);
    }

    [TestCaseSource(nameof(Projects))]
    public void Folders_OfAProject_AreKnownForEveryTypeInIt(Type member, string[] order)
    {
        using var assembly = new AssemblyFolders(member.Assembly.Location);
        var written = member.Assembly.GetTypes().Where(type => !type.IsNested && type.Namespace == member.Namespace).Select(type => type.Name);
        Assert.That(written.Except(assembly.Folders().Keys), Is.Empty, $"Without a folder they would escape the order {string.Join(", ", order)}.");
    }

    [TestCase(typeof(JsonCursor))]
    [TestCase(typeof(PerfAttempt))]
    [TestCase(typeof(ParallelismAdvisor))]
    public void Foundation_UsesNoAssemblyOfTheProjectButTheCore(Type member) =>
        Assert.That(member.Assembly.GetReferencedAssemblies().Select(name => name.Name).Where(name => name != "Halo.Core"), Has.None.StartsWith("Halo").And.None.StartsWith("nunit"));

    [TestCaseSource(nameof(Projects))]
    public void Project_ShowsItsInternals_ToTestsOnly(Type member, string[] order)
    {
        var friends = member.Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);
        Assert.That(friends, Is.SubsetOf(new[] { "Halo.Unit", "Halo.Performance", "Halo.Benchmarks" }), $"A package uses only what others show to all ({order[^1]}).");
    }
}
