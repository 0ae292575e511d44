using System.Reflection;
using Halo.Execution;
using Halo.Formats;
using Halo.NUnit;
using Halo.Parallelism;
using Halo.Results;

namespace Halo.Unit.Architecture;

/// <summary>The assemblies of <c>src</c>.</summary>
internal static class SourceAssemblies
{
    public static IReadOnlyList<Assembly> All { get; } =
    [
        typeof(JsonCursor).Assembly, typeof(RuleSet).Assembly, typeof(TaskGraph).Assembly, typeof(Schedule).Assembly, typeof(PlanWriter).Assembly, typeof(PlanExecutor).Assembly,
        typeof(TaskFiles).Assembly, typeof(PerfRules).Assembly, typeof(PerfAttempt).Assembly, typeof(ParallelismAdvisor).Assembly, typeof(global::Halo.Cli.HaloCommand).Assembly,
    ];
}
