using Halo.Results;

namespace Halo.Unit.Results.Records;

/// <summary>What of a sample belongs to the machine, and what to the program.</summary>
[TestFixture, Category("Unit")]
public sealed class PerfSampleTests
{
    private static readonly PerfSample Busy = new() { Calls = 1, WallMs = 100, CpuMs = 40, RunDelayMs = 50, ProcessCpuMs = 40 };

    [TestCase(40, 50, TestName = "QueuedMs_NoOtherThread_IsAllQueueing")]
    [TestCase(49, 50, TestName = "QueuedMs_ThreadsOfTheRuntime_DoNotCount")]
    [TestCase(70, 20, TestName = "QueuedMs_OwnThreads_AreTakenOff")]
    [TestCase(140, 0, TestName = "QueuedMs_OwnThreadsForLonger_IsNone")]
    public void QueuedMs_ByProcessorTimeOfTheProcess(double processCpu, double expected) => Assert.That((Busy with { ProcessCpuMs = processCpu }).QueuedMs, Is.EqualTo(expected));

    [TestCase(5, 0, 5, TestName = "StolenMs_AloneOnTheMachine_IsAll")]
    [TestCase(50, 0, 10, TestName = "StolenMs_MoreThanItsIdleTime_IsThat")]
    [TestCase(10, 40, 5, TestName = "StolenMs_BesideNeighbors_IsItsShare")]
    public void StolenMs_ByNeighbors(double steal, double neighbors, double expected) => Assert.That((Busy with { StealMs = steal, NeighborCpuMs = neighbors }).StolenMs, Is.EqualTo(expected));

    [TestCase(1, 50)]
    [TestCase(2, 30)]
    [TestCase(3.1, 50)]
    public void CalmMsPerCall_ProcessorTimeAlone_IsCorrected(double slowdown, double expected) =>
        Assert.That((Busy with { LeastSlowdown = slowdown, Slowdown = 2.9 }).CalmMsPerCall, Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void LeastMsPerCall_YardsticksThatDisagree_IsByTheLargest() =>
        Assert.That((Busy with { LeastSlowdown = 1, Slowdown = 2 }).LeastMsPerCall, Is.EqualTo(30).Within(1e-9));
}
