using System.Globalization;
using Halo.Results;

namespace Halo.NUnit;

/// <summary>Code at several sizes, to find out how its time grows.</summary>
/// <remarks>
/// The exponent is the slope of a line through the logarithms of size and net time, by least squares: 0 for a time that
/// does not grow, 1 for one in proportion, 2 for a quadratic one. All sizes are measured in turn, several
/// times; net times count, of the windows in which the machine did not starve the code. Above the limit, a test whose
/// windows are too few is inconclusive.
/// </remarks>
public sealed class PerfScaling
{
    private readonly Func<int, Action> _prepare;
    private readonly int[] _sizes;

    internal PerfScaling(Func<int, Action> prepare, int[] sizes)
    {
        if (sizes.Distinct().Count() < 2 || sizes.Any(size => size < 1))
            throw new ArgumentException("At least two different sizes are needed, each 1 or more.", nameof(sizes));
        (_prepare, _sizes) = (prepare, sizes);
    }

    /// <summary>Checks that time grows with at most this exponent.</summary>
    /// <param name="exponent">The largest exponent; about 0.3 above the expected one leaves room for the caches.</param>
    /// <exception cref="PerfBudgetException">It grows faster.</exception>
    public void AtMost(double exponent)
    {
        if (!double.IsFinite(exponent)) throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "It must be a number.");
        var session = PerfSession.Here();
        var check = session.Check(PerfCheckKind.Scaling);
        var options = session.Options();
        var samplers = _sizes.Select(size => new Sampler(session.Run.Machine, options, MeasuredCode.Of(_prepare(size)))).ToArray();
        var samples = samplers.Select(_ => new List<SlicedSample>()).ToArray();
        for (var round = 0; round < options.Samples; round++)
        {
            for (var i = 0; i < samplers.Length; i++) samples[i].Add(samplers[i].Next());
        }

        var times = samples.Select(QuietTime.Of).ToArray();
        var measured = Exponent(_sizes, Array.ConvertAll(times, time => time.Ms));
        var holds = measured <= exponent;
        session.Conclude(check with
        {
            Verdict = QuietTime.VerdictOf(holds, times),
            Budget = exponent,
            Measured = measured,
            Samples = [.. samples.SelectMany(taken => taken).Select(sample => sample.Total)],
            Message = holds ? null : Message(measured, exponent, Array.ConvertAll(times, time => time.Ms)),
        });
    }

    /// <summary>The slope of the line through the logarithms.</summary>
    internal static double Exponent(IReadOnlyList<int> sizes, IReadOnlyList<double> times)
    {
        var (x, y) = (sizes.Select(size => Math.Log(size)).ToArray(), times.Select(time => Math.Log(time)).ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }

    private string Message(double measured, double exponent, double[] times)
    {
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        var list = string.Join(", ", _sizes.Zip(times, (size, time) => Text($"{size}: {time:0.####} ms")));
        return Text($"Time grows with the exponent {measured:0.00}; at most {exponent:0.00} is allowed. {list}.");
    }
}
