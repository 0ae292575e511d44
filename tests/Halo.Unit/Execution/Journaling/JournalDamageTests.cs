using System.Text;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>Only the beginning of one record at the end may be cut off, and the run says so; all other damage is refused.</summary>
[TestFixture, Category("Unit")]
public sealed class JournalDamageTests : FolderFixture
{
    private const int Tasks = 12;

    private static readonly RoutingPlan Chain = Plan([.. Enumerable.Range(0, Tasks).Select(i => i == 0 ? Task("t0") : Task($"t{i}", $"t{i - 1}"))]);

    private byte[] _whole = [];

    [SetUp]
    public async Task WriteJournal()
    {
        await Resume();
        _whole = await File.ReadAllBytesAsync(Path);
    }

    [Test]
    public async Task Resume_TornLastLine_SaysWhatWasCut()
    {
        var report = await Resume(_whole[..^5]);
        var line = Journals.Lines(_whole).Count;
        Assert.That(report.Faults.Select(fault => fault.ToString()), Is.EqualTo(new[]
        {
            $"{Path}({line}): warning HALO403: The last line has no end, as a crash leaves it: its {Journals.Lines(_whole)[^1].Length - 5} bytes were cut off, the beginning of the record of task 't11', which runs again.",
        }));
    }

    [Test]
    public async Task Resume_WholeJournal_HasNothingToSay() => Assert.That((await Resume()).Faults, Is.Empty);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(11)]
    public void Resume_ZeroedLastRecords_AreRefusedWithTheLine(int records)
    {
        var lines = Journals.Lines(_whole);
        foreach (var line in lines[^records..]) Array.Clear(line);
        Assert.That(() => Resume([.. lines.SelectMany(line => line)]), Throws.TypeOf<HaloValidationException>().With.Message.Contains($"run.journal({lines.Count - records + 1}): error HALO402"));
    }

    [Test]
    public void Resume_AnyBitOfTheLastLineFlipped_IsRefusedWithTheLine()
    {
        var (lines, accepted) = (Journals.Lines(_whole), new List<int>());
        var start = _whole.Length - lines[^1].Length;
        for (var bit = 0; bit < lines[^1].Length * 8; bit++)
        {
            byte[] damaged = [.. _whole];
            damaged[start + (bit / 8)] ^= (byte)(1 << (bit % 8));
            if (!Refuses(damaged, lines.Count)) accepted.Add(bit);
        }

        Assert.That(accepted, Is.Empty);
    }

    [TestCase("\0")]
    [TestCase("junk")]
    [TestCase("01234567 [1,2")]
    [TestCase("01234567 {\"task\":\"t\u0001")]
    [TestCase("01234567 {\"task\":trx")]
    [TestCase("01234567 {\"task\":1}")]
    public void Resume_EndThatIsNoBeginningOfARecord_IsRefused(string end) => Assert.That(Refuses([.. _whole, .. Encoding.UTF8.GetBytes(end)], Journals.Lines(_whole).Count + 1), Is.True);

    [Test]
    public void Resume_TwoDamagedLines_AreBothNamed()
    {
        var lines = Journals.Lines(_whole);
        lines[4][20] ^= 1;
        lines[6][20] ^= 1;
        Assert.That(() => Resume([.. lines.SelectMany(line => line)]), Throws.TypeOf<HaloValidationException>().With.Message.Contains("run.journal(5)").And.Message.Contains("run.journal(7)"));
    }

    [Test]
    public void Resume_RecordThatIsThereTwice_IsRefused() =>
        Assert.That(() => Resume([.. _whole, .. Journals.Lines(_whole)[^1]]), Throws.TypeOf<HaloValidationException>().With.Message.Contains("says a second time that 't11' ended"));

    [Test]
    public void Resume_RefusedJournal_IsLeftAsItWas()
    {
        byte[] damaged = [.. _whole, 0];
        Assert.Catch<HaloValidationException>(() => Resume(damaged).GetAwaiter().GetResult());
        Assert.That(File.ReadAllBytes(Path), Is.EqualTo(damaged));
    }

    private string Path => Folder.File("run.journal");

    private bool Refuses(byte[] journal, int line)
    {
        try
        {
            Resume(journal).GetAwaiter().GetResult();
            return false;
        }
        catch (HaloValidationException exception)
        {
            return exception.Diagnostics.Any(fault => fault.Location.Line == line);
        }
    }

    private async Task<RunReport> Resume(byte[]? journal = null)
    {
        if (journal is not null) await File.WriteAllBytesAsync(Path, journal);
        return await Run(Chain, Handlers(Chain), new RunOptions { Journal = Path });
    }
}
