using Halo.Parallelism;

namespace Halo.Unit.Parallelism;

[TestFixture, Category("Unit")]
public sealed class SamplingPlanTests
{
    [TestCase(1.0, 2)]
    [TestCase(0.05, 8)]
    public void WorkersFor_WaitingWork_AreMore(double cpuShare, int expected) =>
        Assert.That(SamplingPlan.Of(1_000, new MachineCapacity { Processors = 2 }, new AdvisorOptions()).WorkersFor(cpuShare), Is.EqualTo(expected));

    [TestCase(1, 0)]
    [TestCase(2, 0)]
    [TestCase(3, 2)]
    public void Plan_FewItems_MeasuresTogetherOnlyWhatIsThere(int count, int together) =>
        Assert.That(SamplingPlan.Of(count, new MachineCapacity { Processors = 2 }, new AdvisorOptions()).Together, Is.EqualTo(together));
}
