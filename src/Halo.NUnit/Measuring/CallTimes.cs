namespace Halo.NUnit;

/// <summary>
/// How long each call of a batch took. Code that is slow in every other call looks like code that is always half as slow
/// again; the slower calls of every short stretch tell the two apart, and a neighbor's burst spoils only some stretches.
/// </summary>
internal sealed class CallTimes(TimeProvider time)
{
    /// <summary>Calls in a row that make a stretch.</summary>
    public const int Stretch = 16;

    /// <summary>Fewer stretches may all be spoiled.</summary>
    public const int FewestStretches = 4;

    private const int SlowQuarter = Stretch * 3 / 4;

    private readonly List<double> _stretches = [];
    private long[] _ticks = [];
    private int _count;
    private int _kept;
    private long _last;

    /// <summary>Begins a batch, and makes room, so that nothing is allocated while the calls run.</summary>
    public void Reserve(int calls)
    {
        _count = _kept = 0;
        if (_ticks.Length < calls) _ticks = new long[calls];
    }

    /// <summary>The next call begins now.</summary>
    public void Begin() => _last = time.GetTimestamp();

    /// <summary>A call has ended, and the next one begins.</summary>
    public void Note()
    {
        var now = time.GetTimestamp();
        _ticks[_count++] = now - _last;
        _last = now;
    }

    /// <summary>Keeps the calls since the last time, or forgets them because the machine disturbed them.</summary>
    public void Keep(bool areUndisturbed)
    {
        if (areUndisturbed) _kept = _count;
        else _count = _kept;
    }

    /// <summary>
    /// Ends a batch: milliseconds that the slower quarter of sixteen calls in a row took at least, in the quiet quarter of such
    /// stretches of all batches; 0 for fewer than four stretches.
    /// </summary>
    public double SlowQuarterMs()
    {
        for (var start = 0; start + Stretch <= _kept; start += Stretch)
        {
            var calls = _ticks.AsSpan(start, Stretch);
            calls.Sort();
            _stretches.Add(calls[SlowQuarter] * 1_000.0 / time.TimestampFrequency);
        }

        return _stretches.Count < FewestStretches ? 0 : Quartile.Lower(_stretches);
    }
}
