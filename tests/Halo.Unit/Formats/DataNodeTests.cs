using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>Numbers of documents keep their digits where a value can hold them.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class DataNodeTests
{
    [TestCase(9007199254740992, "9007199254740993", "9007199254740993")]
    [TestCase(31, "0x1F", "31")]
    [TestCase(1.8446744073709552e19, "18446744073709551616", "1.8446744073709552E+19")]
    public void OfNumber_Text_IsExactWhereItCanBe(double nearest, string text, string shown) =>
        Assert.That(DataNode.OfNumber(nearest, text, 1).Value.ToString(), Is.EqualTo(shown));
}
