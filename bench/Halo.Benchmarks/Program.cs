using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Halo.Benchmarks;
using Perfolizer.Horology;

// In this process, which is built already, and with time enough to set up a million rules.
var job = Job.Default
    .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true))
    .WithWarmupCount(2)
    .WithIterationCount(5)
    .WithIterationTime(TimeInterval.FromMilliseconds(100));
BenchmarkSwitcher.FromAssembly(typeof(LookupBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
