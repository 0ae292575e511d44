namespace Halo.NUnit;

/// <summary>
/// How long each call of a batch took. Code that is slow in every other call looks like code that is always half as slow
/// again; the slower calls of every short stretch tell the two apart, and a neighbour's burst spoils only some stretches.
/// </summary>
internal sealed class CallTimes(TimeProvider time)
{
    private const int Stretch = 16;
    private const int SlowQuarter = Stretch * 3 / 4;

    // A few stretches may all be spoiled, and long calls are interrupted too often.
    private const int FewestStretches = 8;

    private long[] _ticks = [];
    private int _count;
    private long _last;

    /// <summary>Forgets what was noted, and makes room, so that nothing is allocated while the calls run.</summary>
    public void Reserve(int calls)
    {
        _count = 0;
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

    /// <summary>
    /// Milliseconds that the slower quarter of sixteen calls in a row took at least, in the quiet quarter of such stretches;
    /// 0 for fewer than eight stretches.
    /// </summary>
    public double SlowQuarterMs()
    {
        var stretches = new List<double>(_count / Stretch);
        for (var start = 0; start + Stretch <= _count; start += Stretch)
        {
            var calls = _ticks.AsSpan(start, Stretch);
            calls.Sort();
            stretches.Add(calls[SlowQuarter]);
        }

        return stretches.Count < FewestStretches ? 0 : Quartile.Lower(stretches) * 1_000 / time.TimestampFrequency;
    }
}
