using Halo.NUnit;

namespace Halo.Unit.NUnit.Measuring;

/// <summary>Asynchronous code on one thread.</summary>
[TestFixture, Category("Unit")]
public sealed class SingleThreadPumpTests
{
    [Test]
    public void Run_ContinuationsAndTasks_StayOnTheCallingThread()
    {
        var threads = new HashSet<int>();
        SingleThreadPump.Run(async () =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Yield();
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Run(() => { });
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Factory.StartNew(() => threads.Add(Environment.CurrentManagedThreadId), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
        });
        Assert.That(threads, Is.EqualTo(new[] { Environment.CurrentManagedThreadId }));
    }

    [Test]
    public void Run_Exception_IsThrown() =>
        Assert.That(
            () => SingleThreadPump.Run(async () =>
            {
                await Task.Yield();
                throw new FormatException();
            }),
            Throws.InstanceOf<FormatException>());

    [Test]
    public void Run_ExceptionBeforeTheFirstAwait_IsThrown() => Assert.That(() => SingleThreadPump.Run(() => throw new FormatException()), Throws.InstanceOf<FormatException>());

    [Test]
    public void Run_WaitForAQueuedTask_RunsItInPlace()
    {
        var ran = false;
        SingleThreadPump.Run(() =>
        {
            Task.Factory.StartNew(() => ran = true, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current).Wait();
            return Task.CompletedTask;
        });
        Assert.That(ran);
    }

    [Test]
    public void Run_Ended_LeavesTheContextAsItWas()
    {
        var before = new SynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(before);
        SingleThreadPump.Run(() => Task.CompletedTask);
        var after = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        Assert.That(after, Is.SameAs(before));
    }
}
