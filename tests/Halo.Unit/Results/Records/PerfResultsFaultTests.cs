using Halo.Results;

namespace Halo.Unit.Results.Records;

/// <summary>Results on a disk that fails: what was recorded stays, and what is lost is said.</summary>
[TestFixture, Category("Unit")]
public sealed class PerfResultsFaultTests : FolderFixture
{
    private const int Most = 4;

    private string Results => PerfResults.FileOf(Folder.Path, Attempts.RunName(1));

    [Test]
    public void Append_EachWriteFails_ThrowsAndKeepsTheOthers(
        [Range(0, Most - 1)] int failing, [Values(0, 1, 100, int.MaxValue)] int part, [Values] bool canCut)
    {
        for (var i = 0; i < Most; i++)
        {
            void Append(int? written) => PerfResults.Append(Folder.Path, Attempt(i), path => new BrokenFile(path, written, canCut));
            if (i == failing) Assert.That(() => Append(part), Throws.TypeOf<IOException>().With.Message.EqualTo("the disk is full"));
            else Append(null);
        }

        // Only what nothing follows and cannot be cut is still there; of it, only what lacks no more than its line end can be read.
        var isLeft = failing == Most - 1 && !canCut;
        List<string> notes = [];
        var read = Enumerable.Range(0, Most).Where(i => i != failing || (isLeft && part == int.MaxValue)).Select(i => $"t{i}");
        Assert.That(Tests(notes), Is.EqualTo(read));
        Assert.That(notes, Has.Count.EqualTo(isLeft && part is 1 or 100 ? 1 : 0));
    }

    [Test]
    public void Append_AfterAFault_LeavesWholeLines()
    {
        PerfResults.Append(Folder.Path, Attempt(0));
        var before = File.ReadAllBytes(Results);
        void Append() => PerfResults.Append(Folder.Path, Attempt(1), path => new BrokenFile(path, 100, canCut: true));
        Assert.That(Append, Throws.TypeOf<IOException>());
        Assert.That(File.ReadAllBytes(Results), Is.EqualTo(before));
    }

    [Test]
    public void Append_AfterALongHalfLine_CutsAllOfIt()
    {
        File.WriteAllText(Results, $"{new string(' ', 5_000)}\n{{\"run\":\"{new string('x', 20_000)}");
        PerfResults.Append(Folder.Path, Attempt(1));
        Assert.That(File.ReadAllLines(Results).Select(line => line.TrimStart().Length > 0 ? line[0] : ' '), Is.EqualTo(new[] { ' ', '{' }));
    }

    [Test]
    public void Read_LineCutOff_SaysWhatIsLeftOut()
    {
        for (var i = 0; i < 2; i++) PerfResults.Append(Folder.Path, Attempt(i));
        var text = File.ReadAllText(Results);
        var second = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var note = $"{Results}:2: the line is cut off, as when the disk is full or the process is killed; its attempt is left out.";
        for (var length = second + 1; length < text.Length - 1; length += 3)
        {
            File.WriteAllText(Results, text[..length]);
            List<string> notes = [];
            Assert.That((string.Join(' ', Tests(notes)), string.Join(' ', notes)), Is.EqualTo(("t0", note)));
        }
    }

    [Test]
    public void Read_LineCutOff_IsAFaultToWhoTakesNoNotes()
    {
        File.WriteAllText(Results, "{\"run\":");
        Assert.That(Assert.Throws<PerfDataException>(() => PerfResults.Read(Folder.Path))!.Faults.Single(), Does.StartWith($"{Results}:1: "));
    }

    [TestCase("{\"run\":\n")]
    [TestCase("{\"run\":}")]
    [TestCase("{\"odd\":1}")]
    [TestCase("[1,")]
    [TestCase("\0\0\0")]
    [TestCase("{\"run\":\n{\"run\":")]
    public void Read_LineThatIsWrongAndNotCutOff_IsAFault(string text)
    {
        File.WriteAllText(Results, text);
        Assert.That(() => Tests([]), Throws.TypeOf<PerfDataException>());
    }

    [Test]
    public void Runs_LineCutOff_HaveANote()
    {
        PerfResults.Append(Folder.Path, Attempt(0));
        File.AppendAllText(Results, "{\"run\":");
        var runs = PerfRuns.Read(Folder.Path).Where(_ => true);
        Assert.That((runs.Notes.Count, PerfReference.Read(Folder.Path).Notes.Count), Is.EqualTo((1, 1)));
    }

    private static PerfAttempt Attempt(int test) => Attempts.Of($"t{test}", 1, [1]);

    private IEnumerable<string> Tests(List<string> notes) => PerfResults.Read(Folder.Path, notes: notes).Select(attempt => attempt.Test);

    /// <param name="path">The file.</param>
    /// <param name="part">How much of a line is written before the fault; null for no fault. A line's end counts as never written.</param>
    /// <param name="canCut">Whether it can be cut after the fault.</param>
    private sealed class BrokenFile(string path, int? part, bool canCut)
        : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0)
    {
        private bool _hasFailed;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(part is null ? buffer : buffer[..Math.Min(part.Value, buffer.Length - 1)]);
            _hasFailed = part is not null;
            if (_hasFailed) throw new IOException("the disk is full");
        }

        public override void SetLength(long value)
        {
            if (_hasFailed && !canCut) throw new IOException("it cannot be cut");
            base.SetLength(value);
        }
    }
}
