namespace Halo.Unit.Rules.Linting;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class EffortTests
{
    [Test]
    public void TrySpend_AllThatIsLeft_Succeeds()
    {
        var effort = new Effort(5);
        Assert.That((effort.TrySpend(3), effort.TrySpend(2), effort.IsSpent), Is.EqualTo((true, true, false)));
    }

    [Test]
    public void TrySpend_MoreThanIsLeft_FailsForGood()
    {
        var effort = new Effort(5);
        Assert.That((effort.TrySpend(6), effort.TrySpend(0), effort.IsSpent), Is.EqualTo((false, false, true)));
    }
}
