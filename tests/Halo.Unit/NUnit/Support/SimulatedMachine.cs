using Halo.NUnit;

namespace Halo.Unit.NUnit;

/// <summary>What disturbs a program on a simulated machine.</summary>
/// <param name="Name">Its name.</param>
internal sealed record Disturbance(string Name)
{
    /// <summary>Milliseconds that a thread runs before others have their turn; infinite when there are none.</summary>
    public double TurnMs { get; init; } = double.PositiveInfinity;

    /// <summary>Milliseconds that the others then run.</summary>
    public double OthersMs { get; init; }

    /// <summary>The share of wall time that the hypervisor withholds, told in ticks of 10 ms.</summary>
    public double Stolen { get; init; }

    /// <summary>How much slower the processor is at independent calculations.</summary>
    public double Slowdown { get; init; } = 1;

    /// <summary>How much slower it is at calculations that wait for each other.</summary>
    public double LatencySlowdown { get; init; } = 1;

    /// <summary>How much slower the program is by what no yardstick shows, such as cold caches.</summary>
    public double Unseen { get; init; } = 1;

    /// <summary>Threads of the process itself that keep a processor busy.</summary>
    public int OwnSpinners { get; init; }

    public override string ToString() => Name;
}

/// <summary>Runs simulated programs beside a disturbance, and judges them as real ones are.</summary>
internal sealed class SimulatedMachine
{
    private const double TickMs = 10;

    private readonly FakeMachine _fake = new();
    private readonly Machine _machine;
    private readonly Disturbance _disturbance;
    private readonly Random _random;
    private double _turnLeftMs;
    private double _untoldStealMs;

    public SimulatedMachine(Disturbance disturbance, int seed)
    {
        (_disturbance, _random) = (disturbance, new Random(seed));
        _machine = _fake.AsMachine();
        foreach (var scale in _machine.ScalesOf(PerfBound.Processor)) scale.Calibrate(_fake);
        (_fake.YardstickMs, _fake.LatencyMs) = (disturbance.Slowdown, disturbance.LatencySlowdown);
        _turnLeftMs = NextTurn();
    }

    /// <summary>The verdict after the last attempt.</summary>
    public Finding Judge(Action<SimulatedMachine> program, double budgetMs, int samples = 5, PerfClock clock = PerfClock.Wall)
    {
        var sampler = new Sampler(_machine, MeasureOptions.Default with { Samples = samples }, MeasuredCode.Of(() => program(this)));
        return TimeCheck.Measure(sampler, new TimeBudget(budgetMs, MaxBytes: null, clock), hasSignals: true).Finding.AtLast(PerfOnExhausted.NetTime);
    }

    /// <summary>Works for so long at the processor's full speed.</summary>
    public void Work(double milliseconds, bool isLatencyBound = false)
    {
        var left = milliseconds * (isLatencyBound ? _disturbance.LatencySlowdown : _disturbance.Slowdown) * _disturbance.Unseen;
        while (left > _turnLeftMs)
        {
            left -= _turnLeftMs;
            Run(_turnLeftMs);
            Queue();
            _turnLeftMs = NextTurn();
        }

        _turnLeftMs -= left;
        Run(left);
    }

    /// <summary>Sleeps for so long, and then waits for a processor like any other.</summary>
    public void Sleep(double milliseconds)
    {
        Spend(milliseconds, 0, 0);
        if (double.IsFinite(_disturbance.TurnMs)) Queue(_random.NextDouble());
        _turnLeftMs = NextTurn();
    }

    private double NextTurn() => _disturbance.TurnMs * (0.5 + _random.NextDouble());

    private void Run(double milliseconds)
    {
        var stolen = milliseconds * _disturbance.Stolen / (1 - _disturbance.Stolen);
        _untoldStealMs += stolen;
        var ticks = Math.Floor(_untoldStealMs / TickMs) * TickMs;
        _untoldStealMs -= ticks;
        Spend(milliseconds + stolen, milliseconds, 0, ticks);
    }

    private void Queue(double share = 1)
    {
        var queued = _disturbance.OthersMs * share * (0.5 + _random.NextDouble());
        Spend(queued, 0, queued);
    }

    private void Spend(double wall, double cpu, double queued, double steal = 0)
    {
        var own = _disturbance.OwnSpinners * wall;
        var neighbors = _disturbance.OwnSpinners == 0 ? queued : 0;
        _fake.Spend(wall, cpuMs: cpu, runDelayMs: queued, stealMs: steal, processCpuMs: cpu + own, neighborCpuMs: neighbors);
    }
}
