using System.Globalization;
using Halo.Results;

namespace Halo.NUnit;

/// <summary>Two pieces of code to be compared, which hardly depends on the machine: both see the same one.</summary>
/// <remarks>They are measured when a limit is given: reference, subject, subject, reference, and so on. The better quarter of net times counts, on both sides.</remarks>
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
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        Check(ratio, measured => string.Create(CultureInfo.InvariantCulture, $"The subject takes {measured:0.###} times as long as the reference; at most {ratio:0.###} times is allowed."));
    }

    /// <summary>Checks that the subject is at least so many times as fast as the reference.</summary>
    /// <param name="speedUp">The least speed-up; more than 0. It is recorded as the largest ratio, which is its reciprocal.</param>
    /// <exception cref="PerfBudgetException">It is not as fast.</exception>
    public void AtLeast(double speedUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speedUp);
        Check(1 / speedUp, measured => string.Create(CultureInfo.InvariantCulture, $"The subject is {1 / measured:0.###} times as fast as the reference; at least {speedUp:0.###} times is wanted."));
    }

    private void Check(double largest, Func<double, string> message)
    {
        var session = PerfSession.Here();
        var check = session.Check(PerfCheckKind.Ratio);
        var (options, machine) = (session.Options(), session.Run.Machine);
        var (reference, subject) = (new Sampler(machine, options, _reference), new Sampler(machine, options, _subject));
        var (references, subjects) = (new List<PerfSample>(), new List<PerfSample>());
        for (var block = 0; block < Blocks; block++)
        {
            references.Add(reference.Next());
            subjects.Add(subject.Next());
            subjects.Add(subject.Next());
            references.Add(reference.Next());
        }

        var measured = QuietTime.Of(subjects) / QuietTime.Of(references);
        var holds = measured <= largest;
        session.Conclude(check with
        {
            Verdict = holds ? PerfVerdict.Pass : PerfVerdict.Regression,
            Budget = largest,
            Measured = measured,
            Samples = subjects,
            Message = holds ? null : message(measured),
        });
    }
}
