using Halo.Results;

namespace Halo.NUnit;

/// <summary>Runs code until the runtime has compiled it in full, and finds out how many calls make a batch.</summary>
internal sealed class WarmUp(Machine machine, MeasureOptions options)
{
    private const double RoundMs = 60;
    private const double StillFaster = 0.9;
    private const int CalmRounds = 3;
    private const double SettledJitMs = 1;
    private const double CompilingShare = 0.02;
    private const int ClearlyLong = 10;
    private const double MostStarved = 10;

    // The runtime's compiler thread begins a tenth of a second after the last new method.
    private static readonly TimeSpan CompilerDelay = TimeSpan.FromMilliseconds(120);

    /// <summary>
    /// The number of calls of a batch. One call is enough of work that takes ten batches and is compiled; of work that takes
    /// one, two calls, since the first may have prepared something, and more until almost nothing is compiled. Short calls
    /// are repeated until that holds for three rounds in a row and the code is no faster than before. All this ends when the
    /// time for it is up: waiting for a processor does not count up to tenfold, since the compiler waits as well.
    /// </summary>
    public int Run(MeasuredCode code)
    {
        var start = machine.Time.GetTimestamp();
        if (IsLong(code, start)) return 1;

        var best = double.MaxValue;
        var left = options.WarmUpMs - machine.Time.GetElapsedTime(start).TotalMilliseconds;
        for (var calm = 0; calm < CalmRounds && left > 0;)
        {
            var (begin, roundStart) = (machine.Signals.Begin(), machine.Time.GetTimestamp());
            var each = Round(code);
            var round = machine.Signals.End().Since(begin, 1);
            LetCompile(round);
            calm = each > best * StillFaster && machine.Signals.End().Since(begin, 1).JitMs < SettledJitMs ? calm + 1 : 0;
            best = Math.Min(best, each);
            left -= machine.Time.GetElapsedTime(roundStart).TotalMilliseconds / StarvationOf(round);
        }

        return CallsOf(best);
    }

    /// <summary>
    /// How many calls of this length make a batch: as many as last its time, and enough stretches of single calls when there
    /// is more than one of them.
    /// </summary>
    public int CallsOf(double each)
    {
        var calls = CallsFor(options.BatchMs, each);
        return calls <= CallTimes.Stretch ? calls : Math.Max(calls, CallTimes.Stretch * CallTimes.FewestStretches);
    }

    private static int CallsFor(double milliseconds, double each) =>
        (int)Math.Clamp(Math.Ceiling(milliseconds / Math.Max(each, 1e-6)), 1, int.MaxValue / 2);

    /// <summary>Waits until the runtime should have compiled what ran: longer where the compiler has to wait as well.</summary>
    public void LetCompile(PerfSample ran) => machine.Pause(CompilerDelay * StarvationOf(ran));

    /// <summary>Runs a batch and tells what ran up in it.</summary>
    public PerfSample Batch(MeasuredCode code, int calls, CallTimes? times = null)
    {
        var start = machine.Signals.Begin();
        code.Run(calls, times);
        return machine.Signals.End().Since(start, calls);
    }

    // How much longer everything takes because others want the processors: 1 when none do.
    private static double StarvationOf(PerfSample round) => Math.Clamp(round.WallMs / Math.Max(round.NetMs, 1e-6), 1, MostStarved);

    // A call that takes seconds is compiled on its way. Of a shorter one the compiler may not have begun when it is over.
    private bool IsLong(MeasuredCode code, long start)
    {
        var call = Batch(code, 1);
        if (call.NetMs >= options.BatchMs * ClearlyLong && call.JitMs < call.WallMs * CompilingShare) return true;
        call = Batch(code, 1);
        bool IsUp() => machine.Time.GetElapsedTime(start).TotalMilliseconds >= options.WarmUpMs;
        for (var settled = false; call.NetMs >= options.BatchMs && !settled && !IsUp();)
        {
            var begin = machine.Signals.Begin();
            LetCompile(call);
            call = Batch(code, 1);
            settled = machine.Signals.End().Since(begin, 1).JitMs < Math.Max(SettledJitMs, call.WallMs * CompilingShare);
        }

        return call.NetMs >= options.BatchMs;
    }

    private double Round(MeasuredCode code)
    {
        var (sum, calls) = (0.0, 0);
        for (var next = 1; sum < RoundMs; next = (int)Math.Min(next * 2L, CallsFor(RoundMs - sum, sum / calls)))
        {
            sum += Math.Max(Batch(code, next).NetMs, 1e-6);
            calls += next;
        }

        return sum / calls;
    }
}
