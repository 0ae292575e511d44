namespace Halo.Unit;

/// <summary>The injected faults find each way to mishandle one.</summary>
[TestFixture, Category("Unit")]
public sealed class WriteFaultsTests
{
    [Test]
    public void Wrong_WriterThatIsRight_IsNothing() => Assert.That(WriteFaults.Wrong(stream => stream.Write(new byte[9])), Is.Empty);

    [TestCase("swallows", "thrown is nothing")]
    [TestCase("closes", "it is closed")]
    [TestCase("writes again", "bytes are written after the fault")]
    [TestCase("wraps", "thrown is System.InvalidOperationException")]
    public void Wrong_WriterThatIsWrong_SaysHow(string how, string says) =>
        Assert.That(WriteFaults.Wrong(stream => Write(stream, how)), Has.Some.Contains(says));

    private static void Write(Stream stream, string how)
    {
        try
        {
            stream.Write(new byte[9]);
        }
        catch (IOException fault)
        {
            if (how == "closes") stream.Dispose();
            if (how == "writes again") stream.Write(new byte[9]);
            if (how == "wraps") throw new InvalidOperationException("", fault);
            if (how != "swallows") throw;
        }
    }
}
