using Halo.Results;

namespace Halo.NUnit;

/// <summary>Judges an attempt sample by sample: every one must hold.</summary>
internal static class AttemptJudge
{
    /// <summary>
    /// A slow sample ends the attempt at once. So does a contended one while the test may be tried again, since the machine
    /// should calm down first; in the last attempt the rest is measured too, and must be contended at worst. Doubtful samples
    /// are contended as well, but leave the rest to be measured, which may tell more. Where the last attempt has several and
    /// nothing else, they are slow: the program does the same in each and after every pause, its neighbours do not.
    /// </summary>
    /// <param name="samples">The samples; taken one by one, as far as they are needed.</param>
    /// <param name="budget">What one call may take.</param>
    /// <param name="hasSignals">Whether the system tells waiting from working.</param>
    /// <param name="isLast">Whether the test cannot be tried again.</param>
    public static Finding Judge(IEnumerable<PerfSample> samples, TimeBudget budget, bool hasSignals, bool isLast)
    {
        var taken = new List<PerfSample>();
        var (cause, doubtful) = (SampleVerdict.Fine, 0);
        foreach (var sample in samples)
        {
            taken.Add(sample);
            var verdict = SampleJudge.Judge(sample, budget, hasSignals);
            switch (verdict)
            {
                case SampleVerdict.Fine:
                    break;
                case SampleVerdict.Slow or SampleVerdict.OftenSlow or SampleVerdict.TooManyBytes:
                    return new Finding(PerfVerdict.Regression, taken, verdict);
                case SampleVerdict.Doubtful:
                    (cause, doubtful) = (verdict, doubtful + 1);
                    break;
                case SampleVerdict.Unexplained:
                    return new Finding(PerfVerdict.Unexplained, taken, verdict);
                default:
                    cause = verdict;
                    if (!isLast) return new Finding(PerfVerdict.Contended, taken, cause);
                    break;
            }
        }

        if (isLast && doubtful > 1 && doubtful == taken.Count) return new Finding(PerfVerdict.Regression, taken, SampleVerdict.Slow);
        return new Finding(cause == SampleVerdict.Fine ? PerfVerdict.Pass : PerfVerdict.Contended, taken, cause);
    }
}
