using Halo.NUnit;

// The kind of machine that the budgets were set on.
[assembly: PerfMachine("Intel(R) Xeon(R) Processor, 2 cpu, linux-x64, .NET 10", processorMs: 0.038, memoryMs: 0.07)]
