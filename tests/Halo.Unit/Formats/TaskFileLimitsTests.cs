using System.Text;
using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>The limits that only files of others have.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TaskFileLimitsTests
{
    private const string Workflow = "jobs:\n  a: &j\n    runs-on: &r x\n  b: *j\n  c:\n    runs-on: *r\n";

    [Test]
    public void MaxAliases_AsManyAsAllowed_AreRead() => Assert.That(Read(new TaskFileLimits { MaxAliases = 2 }).Value, Is.Not.Null);

    [Test]
    public void MaxAliases_OneTooMany_IsRefused()
    {
        var fault = Faults.Only(Read(new TaskFileLimits { MaxAliases = 1 }).Diagnostics);
        Assert.That((fault.Code, fault.Message), Is.EqualTo((DiagnosticCodes.InvalidSyntax, "The document is refused: it has more than 1 aliases.")));
    }

    [Test]
    public void Read_LimitsOutOfTheirRanges_NamesEach() => Assert.That(
        () => Read(new TaskFileLimits { MaxAliases = -1, Input = new InputLimits { MaxDepth = 0 } }),
        Throws.ArgumentException.With.Message.StartsWith("Input.MaxDepth is 0; it must be from 1 to 1000. MaxAliases is -1; it must be at least 0."));

    private static LoadResult<TaskFile> Read(TaskFileLimits limits) => TaskFiles.Read(Encoding.UTF8.GetBytes(Workflow), "f", limits);
}
