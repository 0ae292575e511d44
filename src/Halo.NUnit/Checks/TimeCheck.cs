using Halo.Results;

namespace Halo.NUnit;

/// <summary>Measures code and compares it with the budget of the calling test.</summary>
internal static class TimeCheck
{
    public static void Run(MeasuredCode code, double? budgetMs)
    {
        var session = PerfSession.Here();
        var machine = session.Run.Machine;
        var budget = BudgetOf(session, budgetMs);
        var check = session.Check(PerfCheckKind.Time);
        var finding = AttemptJudge.Judge(new Sampler(machine, session.Options(), code).Samples(), budget, machine.Signals.HasSignals, session.IsLast);
        var verdict = finding.Verdict == PerfVerdict.Contended && session.IsLast && session.Policy.OnExhausted == PerfOnExhausted.NetTime ? PerfVerdict.NetPass : finding.Verdict;
        session.Conclude(check with
        {
            Verdict = verdict,
            Budget = budget.Milliseconds,
            Measured = finding.Samples.Max(budget.Measure),
            MaxBytes = budget.MaxBytes,
            Samples = finding.Samples,
            Message = FindingText.Of(finding, verdict, budget),
        });
    }

    private static TimeBudget BudgetOf(PerfSession session, double? budgetMs)
    {
        if ((budgetMs ?? session.Declared?.Milliseconds) is not { } milliseconds)
            throw new InvalidOperationException("This test has no time budget: put [PerfBudget(milliseconds)] on it, its class or its assembly, or give budgetMs in the call.");
        var budget = (session.Declared ?? new PerfBudgetAttribute()).BudgetOf(milliseconds);
        var faults = budget.Faults().ToArray();
        return faults.Length == 0 ? budget : throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }
}
