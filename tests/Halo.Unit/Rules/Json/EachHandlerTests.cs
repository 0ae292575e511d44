namespace Halo.Unit.Rules.Json;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class EachHandlerTests
{
    [Test]
    public void Call_HandlerThatThrows_IsToldAndTheNextIsCalled()
    {
        var log = new List<string>();
        EventHandler<int>? handlers = (_, _) => throw new InvalidOperationException("first");
        handlers += (_, number) => log.Add($"second {number}");
        EachHandler.Call(handlers, this, 7, exception => log.Add(exception.Message), CancellationToken.None);
        Assert.That(log, Is.EqualTo(new[] { "first", "second 7" }));
    }

    [Test]
    public void Call_StoppedByAHandler_CallsNoOther()
    {
        using var stop = new CancellationTokenSource();
        var calls = 0;
        EventHandler<int>? handlers = (_, _) => stop.Cancel();
        handlers += (_, _) => calls++;
        EachHandler.Call(handlers, this, 7, _ => calls++, stop.Token);
        Assert.That(calls, Is.Zero);
    }
}
