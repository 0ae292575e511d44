using BenchmarkDotNet.Running;
using Halo.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(LookupBenchmarks).Assembly).Run(args);
