namespace Halo.Unit.Rules.Json;

/// <summary>A hundred megabytes of junk must end within seconds and with a report of bounded size.</summary>
[TestFixture, Category("Unit")]
public sealed class LargeInputTests
{
    private const int Size = 100 << 20;

    // Generous: it has to hold on a machine that builds something else at the same time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [TestCase("", "x", 1)]
    [TestCase("", "[", 2)]
    [TestCase("", " ", 1)]
    [TestCase("", "\"", 2)]
    [TestCase("", "1", 1)]
    [TestCase("{\"rules\":[0", ",0", 10_002)]
    [TestCase("{\"rules\":[{\"id\":\"r\",\"route\":\"x\",\"when\":{\"a\":{\"in\":[null", ",null", 10_001)]
    [TestCase("{\"rules\":[{}", ",{}", 10_002)]
    [TestCase("{\"", "a", 1)]
    [TestCase("{\"rules\":[{\"id\":\"r\",\"unknown\":[0", ",0", 2)]
    public void Read_HundredMegabytes_EndsWithinSecondsAndReportsFewFaults(string head, string junk, int mostFaults)
    {
        var text = Junk(head, junk);
        var watch = WorkWatch.StartNew();
        var result = RuleFile.Read(text);
        var elapsed = watch.Elapsed;
        TestContext.Out.WriteLine($"{elapsed.TotalSeconds:F1} s, {result.Diagnostics.Count} faults");
        Assert.That((result.Value is null, elapsed < Patience), Is.EqualTo((true, true)), $"{elapsed}");
        Assert.That(result.Diagnostics, Has.Count.InRange(1, mostFaults));
        Assert.That(result.Diagnostics.Sum(fault => (long)fault.ToString().Length), Is.LessThan(5_000_000));
    }

    [Test]
    public void Read_OneRuleOfManyConditions_IsAccepted()
    {
        var parts = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"{{\"a\":{i}}}"));
        var text = """{"rules":[{"id":"r","route":"x","when":{"any":[""" + parts + "]}}]}";
        Assert.That(RuleFile.Parse(text)[0].When, Is.TypeOf<AnyCondition>().With.Property("Parts").Count.EqualTo(100_000));
    }

    private static byte[] Junk(string head, string junk)
    {
        var text = new byte[Size];
        System.Text.Encoding.ASCII.GetBytes(head + junk, text);
        for (int from = head.Length, filled = junk.Length; from + filled < Size; filled *= 2) text.AsSpan(from, Math.Min(filled, Size - from - filled)).CopyTo(text.AsSpan(from + filled));
        return text;
    }
}
