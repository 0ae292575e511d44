using System.Runtime.Versioning;

namespace Halo.Unit.Core;

/// <summary>Files on disk: what the system refuses becomes a diagnostic, and nobody sees half a file.</summary>
[TestFixture, Category("Unit")]
public sealed class FileTests
{
    private static readonly RuleSet Rules = RuleSet.Create(new RoutingRule("new", When.Always, "x"));

    [Test]
    public void Load_MissingFile_IsAFaultThatNamesIt()
    {
        using var folder = new TemporaryFolder();
        var fault = Faults.Only(() => RuleFile.Load(folder.File("none.json")));
        Assert.That((fault.Code, fault.Message, fault.Location), Is.EqualTo((DiagnosticCodes.UnreadableFile, "The file does not exist.", new SourceLocation(folder.File("none.json"), 0))));
    }

    [Test]
    public void Load_MissingFolder_IsAFault()
    {
        using var folder = new TemporaryFolder();
        Assert.That(Faults.Only(() => RuleFile.Load(Path.Combine(folder.Path, "none", "r.json"))).Message, Is.EqualTo("The folder 'none' does not exist."));
    }

    [TestCase("rules/deep/r.json", "The folder 'deep' does not exist.", "")]
    [TestCase("rulez/r.json", "The folder 'rulez' does not exist.", "Did you mean 'rules'?")]
    [TestCase("rulez", "There is no file or folder of this name.", "Did you mean 'rules'?")]
    [TestCase("rulse.json", "The file does not exist.", "Did you mean 'rule.json'?")]
    [TestCase("rule.json/r.json", "'rule.json' is a file, not a folder.", "")]
    [TestCase("rules", "This is a folder, not a file.", "")]
    public void Load_WrongPath_SaysWhichPartIsWrong(string path, string message, string help)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("rules"));
        File.WriteAllText(folder.File("rule.json"), "{}");
        var fault = Faults.Only(() => RuleFile.Load(Path.Combine(folder.Path, path)));
        Assert.That((fault.Code, fault.Message, fault.Help), Is.EqualTo((DiagnosticCodes.UnreadableFile, message, help)));
    }

    [Test]
    public void Load_Folder_IsAFault()
    {
        using var folder = new TemporaryFolder();
        var fault = Faults.Only(() => RuleFile.Load(folder.Path));
        Assert.That((fault.Code, fault.Message == "The file does not exist."), Is.EqualTo((DiagnosticCodes.UnreadableFile, false)));
    }

    [Test]
    public void Load_FaultyFile_NamesFileAndLine()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("r.json"), "{\"rules\": [\n{\"id\": \"r\", \"when\": {}}]}");
        Assert.That(Faults.Only(() => RuleFile.Load(folder.File("r.json"))).Location, Is.EqualTo(new SourceLocation(folder.File("r.json"), 2, 1)));
    }

    [Test]
    public void Load_FileLargerThanTheLimit_IsRefusedWithTheLimit()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("r.json"), "{\"rules\": []}" + new string(' ', 100));
        Assert.That(Faults.Only(() => RuleFile.Load(folder.File("r.json"), new InputLimits { MaxBytes = 100 })).Message, Is.EqualTo("The file is larger than 100 bytes."));
    }

    [Test]
    public void ReadAll_StreamWithoutLength_StopsAtTheLimit()
    {
        using var endless = new EndlessStream();
        Assert.That(InputFile.ReadAll(endless, new InputLimits { MaxBytes = 1_000_000 }), Is.Null);
        Assert.That(endless.BytesRead, Is.LessThan(2_000_000));
    }

    [Test]
    public void Save_NewFile_CanBeLoaded()
    {
        using var folder = new TemporaryFolder();
        RuleFile.Save(Rules, folder.File("r.json"));
        Assert.That(RuleFile.Load(folder.File("r.json")), Is.EqualTo(Rules));
    }

    [Test]
    public void Save_ExistingFile_IsReplacedWholeAndAlone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("r.json"), new string('x', 100_000));
        RuleFile.Save(Rules, folder.File("r.json"));
        Assert.That(File.ReadAllText(folder.File("r.json")), Is.EqualTo(RuleFile.ToJson(Rules)));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void Save_MissingFolder_ThrowsAndMakesNothing()
    {
        using var folder = new TemporaryFolder();
        Assert.Catch<IOException>(() => RuleFile.Save(Rules, Path.Combine(folder.Path, "none", "r.json")));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.Empty);
    }

    // A folder in the file's place makes the last step fail, whoever runs the test.
    [Test]
    public void Save_TargetCannotBeReplaced_LeavesNothingBehind()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("r.json"));
        Assert.That(() => RuleFile.Save(Rules, folder.File("r.json")), Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.EqualTo(new[] { folder.File("r.json") }));
    }

    [Test, UnsupportedOSPlatform("windows")]
    public void Save_FolderIsReadOnly_KeepsTheOldFile()
    {
        if (Environment.IsPrivilegedProcess) Assert.Ignore("This user may write to a read-only folder.");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("r.json"), "old");
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.That(() => RuleFile.Save(Rules, folder.File("r.json")), Throws.InstanceOf<UnauthorizedAccessException>());
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.That(File.ReadAllText(folder.File("r.json")), Is.EqualTo("old"));
    }

    [Test]
    public void Save_WhileOthersRead_NobodySeesHalfAFile()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("r.json");
        var large = RuleSet.Create(Enumerable.Range(0, 500).Select(i => new RoutingRule($"r{i}", When.Type($"t{i}"), "x")));
        RuleFile.Save(large, path);
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++) RuleFile.Save(i % 2 == 0 ? Rules : large, path);
        });
        for (var i = 0; i < 100; i++) Assert.That(RuleFile.Load(path), Has.Count.EqualTo(1).Or.Count.EqualTo(500));
        stop.Cancel();
        writer.Wait();
    }

    /// <summary>Gives blanks for ever and, like a pipe, has no length.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public long BytesRead { get; private set; }

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            BytesRead += buffer.Length;
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
