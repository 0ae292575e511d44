using System.Globalization;
using Halo.Results;

namespace Halo.NUnit;

/// <summary>Two pieces of code to be compared, which depends little on the machine: both see the same one.</summary>
/// <remarks>
/// They are measured when a limit is given: reference, subject, subject, reference, and so on. Net times count, on both
/// sides of the windows in which the machine did not starve the code. Over the limit, a test whose windows are too few is
/// inconclusive.
/// </remarks>
public sealed class PerfRatio
{
    private const int Blocks = 5;

    private readonly MeasuredCode _reference;
    private readonly MeasuredCode _subject;

    internal PerfRatio(MeasuredCode reference, MeasuredCode subject) => (_reference, _subject) = (reference, subject);

    /// <summary>Checks that the subject takes at most so many times as long as the reference.</summary>
    /// <param name="ratio">The largest ratio; more than 0.</param>
    /// <exception cref="PerfBudgetException">It takes longer.</exception>
    public void AtMost(double ratio)
    {
        ThrowUnlessPositive(ratio, nameof(ratio));
        Check(ratio, measured => string.Create(
            CultureInfo.InvariantCulture,
            $"The subject takes {measured:0.###} times as long as the reference; at most {ratio:0.###} times is allowed."));
    }

    /// <summary>Checks that the subject is at least so many times as fast as the reference.</summary>
    /// <param name="speedUp">The smallest speed-up; more than 0. It is recorded as the largest ratio, which is its reciprocal.</param>
    /// <exception cref="PerfBudgetException">It is not as fast.</exception>
    public void AtLeast(double speedUp)
    {
        ThrowUnlessPositive(speedUp, nameof(speedUp));
        Check(1 / speedUp, measured => string.Create(
            CultureInfo.InvariantCulture,
            $"The subject is {1 / measured:0.###} times as fast as the reference; at least {speedUp:0.###} times is required."));
    }

    private static void ThrowUnlessPositive(double value, string name)
    {
        if (!(value > 0) || double.IsInfinity(value)) throw new ArgumentOutOfRangeException(name, value, "It must be a number above 0.");
    }

    private void Check(double largest, Func<double, string> message)
    {
        var session = PerfSession.Here();
        var check = session.Check(PerfCheckKind.Ratio);
        var (options, machine) = (session.Options(), session.Run.Machine);
        var (reference, subject) = (new Sampler(machine, options, _reference), new Sampler(machine, options, _subject));
        var (references, subjects) = (new List<SlicedSample>(), new List<SlicedSample>());
        for (var block = 0; block < Blocks; block++)
        {
            references.Add(reference.Next());
            subjects.Add(subject.Next());
            subjects.Add(subject.Next());
            references.Add(reference.Next());
        }

        var (before, after) = (QuietTime.Of(references), QuietTime.Of(subjects));
        var measured = after.Ms / before.Ms;
        session.Conclude(check with
        {
            Verdict = QuietTime.VerdictOf(measured <= largest, before, after),
            Budget = largest,
            Measured = measured,
            Samples = [.. subjects.Select(sample => sample.Total)],
            Message = measured <= largest ? null : message(measured),
        });
    }
}
