using System.Globalization;

namespace Halo.Results;

/// <summary>A test in a report.</summary>
/// <param name="History">Its runs.</param>
/// <param name="Comparison">How it compares with the base; null without one.</param>
/// <param name="Debt">How often it was retried.</param>
/// <param name="Trend">Its net time from run to run.</param>
internal sealed record ReportRow(TestHistory History, TestComparison? Comparison, RetryDebt Debt, Trend Trend)
{
    public string Test => History.Test;

    public TestRun Newest => History.Last;

    public PerfCheckKind Kind => Newest.Last.Kind;

    public double? Budget => Newest.Last.Budget;

    /// <summary>Wall time of one call for a test of time; else the figure that was compared with the budget.</summary>
    public double? Measured => Kind == PerfCheckKind.Time ? Newest.MedianWallMs ?? Newest.Last.Measured : Newest.Last.Measured;

    /// <summary>Net time of one call; null for a test that measures something else.</summary>
    public double? NetMs => Kind == PerfCheckKind.Time ? Newest.MedianNetMs : null;

    /// <summary>What is left of the budget, as a share of it; negative when over budget.</summary>
    public double? Headroom => Budget is > 0 and var budget && (Newest.Last.Measured ?? Measured) is { } measured ? 1 - measured / budget : null;

    /// <summary>Whether a gate would name it.</summary>
    public bool IsNamed => Comparison is { IsFault: true } || Debt.IsDue;

    public string Verdict => Newest.Outcome switch
    {
        PerfOutcome.Passed => "passed",
        PerfOutcome.Flaky => "flaky",
        PerfOutcome.NetPass => "net pass",
        PerfOutcome.Inconclusive => "inconclusive",
        PerfOutcome.Regression => "regression",
        PerfOutcome.Contended => "contended",
        PerfOutcome.Unexplained => "unexplained",
        _ => "error",
    };

    public string BudgetText => Budget is { } budget ? Amount.Budget(budget, Kind) : "-";

    public string MeasuredText => Measured is { } measured ? Amount.Measured(measured, Kind) : "-";

    public string NetText => NetMs is { } net ? Amount.Milliseconds(net) : "-";

    public string HeadroomText => Headroom is { } headroom ? Amount.Percent(headroom) : "-";

    public string AttemptsText => string.Create(CultureInfo.InvariantCulture, $"{Newest.Attempts.Count}/{Newest.Last.MaxRetries + 1}");

    public string ContentionText => Amount.Percent(Newest.Contention);

    public string DebtText => Kind != PerfCheckKind.Time ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Debt.Retried}/{Debt.Runs}{(Debt.IsDue ? " due" : "")}");

    /// <summary>What the comparison says, and where the level moved last.</summary>
    public string ChangeText
    {
        get
        {
            List<string> parts = [];
            if (Comparison is { } comparison && ComparisonText.Of(comparison) is { Length: > 0 } text) parts.Add(text);
            if (Trend.Changes is [.., var last]) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Amount.Shift(last.Shift)} since {Trend.Levels.Count - last.First} runs"));
            return string.Join("; ", parts);
        }
    }
}
