using System.Diagnostics;
using System.Diagnostics.Metrics;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution;

/// <summary>Code that only listens throws: the run ends as it would without, and its report notes the fault.</summary>
[TestFixture, Category("Unit"), NonParallelizable]
public sealed class ListenerFaultTests
{
    [TestCase("sample")]
    [TestCase("started")]
    [TestCase("stopped")]
    public async Task Run_ActivityListenerThrows_EndsWithItsReport(string where)
    {
        void Throw(string at)
        {
            if (at == where) throw new InvalidOperationException($"listener: {at}");
        }

        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ExecutionTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
            {
                Throw("sample");
                return ActivitySamplingResult.AllData;
            },
            ActivityStarted = _ => Throw("started"),
            ActivityStopped = _ => Throw("stopped"),
        };
        ActivitySource.AddActivityListener(listener);
        await CheckReport($"listener: {where}");
        Assert.That(Activity.Current, Is.Null);
    }

    [Test]
    public async Task Run_MeterListenerThrows_EndsWithItsReport()
    {
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Name == ExecutionTelemetry.Name) meter.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("meter"));
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("meter"));
        listener.Start();
        await CheckReport("meter");
    }

    [Test]
    public async Task Run_CancellationCallbackThrows_EndsWithItsReport()
    {
        using var cancel = new CancellationTokenSource();
        var report = await Run(Plan(Task("t")), new TaskHandlers().Handle("a", async (_, _, token) =>
        {
            token.Register(() => throw new InvalidOperationException("callback"));
            cancel.CancelAfter(1);
            await System.Threading.Tasks.Task.Delay(Timeout.Infinite, token);
        }), cancellationToken: cancel.Token);
        Assert.That((report.End, report["t"].Outcome, report.ListenerFaults.Single().Message), Is.EqualTo((RunEnd.Cancelled, TaskOutcome.Interrupted, "callback")));
    }

    [Test]
    public async Task Run_CallbackOnATimeoutThrows_EndsWithItsReport()
    {
        var plan = Plan(Task("t") with { Execution = new ExecutionSettings { AttemptTimeout = TimeSpan.FromMilliseconds(20) } });
        var report = await Run(plan, new TaskHandlers().Handle("a", async (_, _, token) =>
        {
            token.Register(() => throw new InvalidOperationException("callback"));
            await System.Threading.Tasks.Task.Delay(Timeout.Infinite, token);
        }));
        Assert.That((report["t"].Reason, report.ListenerFaults.Single().Message), Is.EqualTo((OutcomeReason.TimedOut, "callback")));
    }

    [Test]
    public async Task ToHtml_OfARunWithFaultsOfListeners_NamesThem()
    {
        using var cancel = new CancellationTokenSource();
        var report = await Run(Plan(Task("t")), new TaskHandlers().Handle("a", (_, _, token) =>
        {
            token.Register(() => throw new InvalidOperationException("callback"));
            cancel.Cancel();
            return ValueTask.CompletedTask;
        }), cancellationToken: cancel.Token);
        Assert.That(report.ToHtml(), Does.Contain("Faults of listeners").And.Contain("<td>callback</td>"));
    }

    private static async Task CheckReport(string fault)
    {
        var plan = Plan([Agent("a")], Task("good"), Task("bad"));
        var report = await Run(plan, Handlers(plan, "bad"));
        Assert.Multiple(() =>
        {
            Assert.That((report.Succeeded, report.Failed), Is.EqualTo((1, 1)));
            Assert.That(report.ListenerFaults.Select(each => each.Message), Is.Not.Empty.And.All.EqualTo(fault));
        });
    }
}
