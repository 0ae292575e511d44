using Halo.Results;

namespace Halo.NUnit;

/// <summary>Measures code and compares it with the budget of the calling test.</summary>
internal static class TimeCheck
{
    public static void Run(MeasuredCode code, double? budgetMs)
    {
        var session = PerfSession.Here();
        var budget = BudgetOf(session, budgetMs);
        var check = session.Check(PerfCheckKind.Time);
        var machine = session.Run.Machine;
        var (finding, samples) = Measure(new Sampler(machine, session.Options(), code), budget, machine.Signals.HasSignals);
        if (session.IsLast) finding = finding.AtLast(session.Policy.OnExhausted);
        session.Conclude(check with
        {
            Verdict = finding.Verdict,
            Figure = finding.Figure,
            Budget = budget.Milliseconds,
            Measured = finding.Figure == PerfFigure.Bytes ? budget.Measure(finding.All) : finding.Value,
            MaxBytes = budget.MaxBytes,
            Samples = [.. samples.Select(sample => sample.Total)],
            Message = FindingText.Of(finding),
        });
    }

    // Guilt is looked at twice: what disturbed the first samples unseen is unlikely to do so again, the program is not.
    internal static (Finding Finding, IReadOnlyCollection<SlicedSample> Samples) Measure(
        Sampler sampler, TimeBudget budget, bool hasSignals)
    {
        var samples = sampler.Samples();
        var finding = AttemptJudge.Judge(samples, budget, hasSignals);
        if (finding is not { Verdict: PerfVerdict.Regression, Figure: not PerfFigure.Bytes }) return (finding, samples);
        samples = [.. samples, .. sampler.Samples()];
        return (AttemptJudge.Judge(samples, budget, hasSignals), samples);
    }

    private static TimeBudget BudgetOf(PerfSession session, double? budgetMs)
    {
        if ((budgetMs ?? session.Declared?.Milliseconds) is not { } milliseconds)
            throw new InvalidOperationException(
                "This test has no time budget: put [PerfBudget(milliseconds)] on it, its class or its assembly, or give budgetMs in the call.");
        var budget = (session.Declared ?? new PerfBudgetAttribute()).BudgetOf(milliseconds);
        var faults = budget.Faults().ToArray();
        return faults.Length == 0 ? budget : throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }
}
