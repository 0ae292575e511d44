using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Halo.NUnit;

namespace Halo.Performance;

/// <summary>A program of known speed, and its budget.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Check">Measures it.</param>
internal sealed record PerfProgram(string Name, Action Check)
{
    public override string ToString() => Name;
}

/// <summary>Programs that are within their budgets and programs that are not, each in its own way.</summary>
internal sealed class Programs : IDisposable
{
    private readonly CalibratedWork _work = new();
    private readonly byte[] _block = new byte[16 * 1024];
    private readonly int[] _places = [.. Enumerable.Range(0, 4 << 20).Select(i => (int)(((uint)i * 2654435761u) & ((4 << 20) - 1)))];
    private readonly FileStream _file = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
    private readonly Machine _machine = Machine.Create(processorMs: null, memoryMs: null);
    private int _calls;
    private int _place;
    private volatile bool _stopped;

    /// <summary>Must pass, or be contended.</summary>
    public IEnumerable<PerfProgram> Good() =>
    [
        Timed("5 µs", 0.0075, () => _work.Run(0.005)),
        Timed("0.25 ms", 0.37, () => _work.Run(0.25)),
        Timed("3 ms", 4.5, () => _work.Run(3)),
        Timed("40 ms", 60, () => _work.Run(40)),
        Timed("hash", FastestMs(Hash(20)) * 1.5, Hash(20)),
        Timed("sleep", 8, () => Thread.Sleep(5)),
        new("asynchronous", () => Perf.MeasureAsync(AwaitThenWork, 6)),
        Timed("another thread", 6, () => Task.Run(() => _work.Run(3)).Wait()),
    ];

    /// <summary>Must be red, or where the machine starves them inconclusive.</summary>
    public IEnumerable<PerfProgram> Bad() =>
    [
        .. Patterns("work", ms => _work.Run(ms)),
        .. Patterns("sleep", ms => Thread.Sleep((int)ms)),
        .. Patterns("flush", Flush),
        Timed("work twice", 0.37, () => _work.Run(0.5)),
        Timed("5 µs, half of the calls twice", 0.0065, () => _work.Run((_calls++ * 2654435761u & 0x8000) == 0 ? 0.005 : 0.01)),
        Timed("hash twice", FastestMs(Hash(20)) * 1.5, Hash(40)),
        Timed("random reads twice", FastestMs(() => Read(1)) * 1.2, () => Read(2)),
        Timed("sleep of twice the budget", 4, () => Thread.Sleep(8)),
        new("delay of twice the budget", () => Perf.MeasureAsync(() => Task.Delay(8), 4)),
        Timed("another thread", 4, () => Task.Run(() => _work.Run(8)).Wait()),
        Timed("work for all processors", 4, () => Parallel.For(0, 4 * Environment.ProcessorCount, _ => _work.Run(2))),
        new("own busy threads", BesideOwnThreads),
        Timed("a lock held by another thread", 4, BehindALock),
        Timed("every other long call", 60, () => _work.Run(_calls++ % 2 == 0 ? 40 : 90)),
        new("task as an object", () => Perf.Measure<object>(() => Task.Delay(100), 5)),
        new("lazy sequence", () => Perf.Measure(() => Enumerable.Range(0, 100).Select(_ => { Thread.Sleep(1); return 1; }), 5)),
        new("async void", () => Perf.Measure(new Action(SleepLater), 5)),
        new("inner task", () => Perf.MeasureAsync(() => Task.Factory.StartNew(() => Task.Delay(100), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default), 5)),
        new("array of tasks", () => Perf.Measure(() => new[] { Task.Delay(100) }, 5)),
    ];

    public void Dispose()
    {
        _stopped = true;
        _file.Dispose();
    }

    private static PerfProgram Timed(string name, double budgetMs, Action code) => new(string.Create(CultureInfo.InvariantCulture, $"{name}, {budgetMs:0.####} ms"), () => Perf.Measure(code, budgetMs));

    private IEnumerable<PerfProgram> Patterns(string kind, Action<double> slow) =>
    [
        Timed($"every other call, {kind}", 4.5, () => { if (_calls++ % 2 == 0) slow(9); else _work.Run(3); }),
        Timed($"every third call, {kind}", 1, () => { if (_calls++ % 3 == 0) slow(4); else _work.Run(0.5); }),
        Timed($"one of 1,000 calls, {kind}", 0.015, () => { if (_calls++ % 1_000 == 0) slow(20); else _work.Run(0.01); }),
    ];

    private Action Hash(int times) => () =>
    {
        for (var i = 0; i < times; i++) SHA256.HashData(_block, _block.AsSpan(0, 32));
    };

    // For so much net time: a deadline on the wall would make it faster beside load.
    private void Flush(double milliseconds)
    {
        var start = _machine.Signals.Begin();
        do
        {
            _file.Write(_block);
            _file.Flush(flushToDisk: true);
        }
        while (_machine.Signals.End().Since(start, 1).NetMs < milliseconds);
    }

    private async Task AwaitThenWork()
    {
        await Task.Yield();
        _work.Run(3);
    }

    private static double FastestMs(Action code)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 100; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            code();
            best = Math.Min(best, TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Read(int times)
    {
        var place = _place;
        for (var i = 0; i < times * 5_000; i++) place = _places[(place + i) & (_places.Length - 1)];
        _place = place;
    }

    private void BesideOwnThreads()
    {
        _stopped = false;
        for (var i = 0; i < 2 * Environment.ProcessorCount; i++)
        {
            new Thread(() =>
            {
                while (!_stopped) Thread.SpinWait(1_000);
            })
            { IsBackground = true }.Start();
        }

        try
        {
            Perf.Measure(() => _work.Run(3), 4.5);
        }
        finally
        {
            _stopped = true;
        }
    }

    private void BehindALock()
    {
        using var held = new ManualResetEventSlim();
        var gate = new Lock();
        var holder = new Thread(() =>
        {
            lock (gate)
            {
                held.Set();
                _work.Run(8);
            }
        });
        holder.Start();
        held.Wait();
        lock (gate) _place++;
        holder.Join();
    }

    private async void SleepLater()
    {
        await Task.Delay(100);
    }
}
