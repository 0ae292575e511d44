using System.Text.Json.Serialization;

namespace Halo.Results;

/// <summary>A report for programs, as <c>schemas/perf-report.schema.json</c> describes it.</summary>
internal sealed record PerfReportJson(int Passed, int Failed, int Inconclusive, int Flaky, int Slower, int Faster, int RaisedBudgets, int InRetryDebt, IReadOnlyList<TestJson> Tests)
{
    public static PerfReportJson Of(PerfReport report) => new(
        report.Passed,
        report.Failed,
        report.Inconclusive,
        report.Flaky,
        report.Slower,
        report.Faster,
        report.Raised,
        report.InDebt,
        [.. report.Rows.OrderBy(row => row.Test, StringComparer.Ordinal).Select(TestJson.Of)]);
}

/// <summary>One test; what is not known is left out.</summary>
internal sealed record TestJson(
    string Test,
    string Run,
    DateTimeOffset Time,
    string Machine,
    string Outcome,
    string Kind,
    double? Budget,
    long? MaxBytes,
    double? Measured,
    double? WallMs,
    double? NetMs,
    double? Headroom,
    int Attempts,
    double Contention,
    double Slowdown,
    int RetriedRuns,
    int Runs,
    IReadOnlyList<double> History,
    ComparisonJson? Comparison)
{
    public static TestJson Of(ReportRow row) => new(
        row.Test,
        row.Newest.Run,
        row.Newest.Last.Time,
        row.Newest.Machine,
        row.Newest.Outcome.ToString(),
        row.Kind.ToString(),
        row.Budget,
        row.Newest.Last.MaxBytes,
        row.Newest.Last.Measured,
        row.Kind == PerfCheckKind.Time ? row.Newest.MedianWallMs : null,
        row.NetMs,
        row.Headroom,
        row.Newest.Attempts.Count,
        row.Newest.Contention,
        row.Newest.Slowdown,
        row.Debt.Retried,
        row.Debt.Runs,
        row.Trend.Levels,
        row.Comparison is { } comparison ? ComparisonJson.Of(comparison) : null);
}

/// <summary>How a test compares with the base.</summary>
internal sealed record ComparisonJson(string Test, string? Machine, string Result, double? BaseMs, double? NewMs, double? Shift, double? PValue, bool BudgetRaised, string? BudgetChange)
{
    public static ComparisonJson Of(TestComparison comparison) => new(
        comparison.Test,
        comparison.Machine,
        comparison.Kind.ToString(),
        comparison.Time?.BaseMs,
        comparison.Time?.NewMs,
        comparison.Time?.Shift,
        comparison.Time?.PValue,
        comparison.Budget.IsRaised,
        comparison.Budget.Text.Length == 0 ? null : comparison.Budget.Text);
}

/// <summary>A recommended retry.</summary>
internal sealed record AdviceJson(string Test, string Advice, string? Attribute, string Why)
{
    public static AdviceJson Of(PerfAdvice advice) => new(advice.Test, advice.Kind.ToString(), advice.Attribute, advice.Why);
}

/// <summary>The generated contracts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PerfReportJson))]
[JsonSerializable(typeof(IReadOnlyList<ComparisonJson>))]
[JsonSerializable(typeof(IReadOnlyList<AdviceJson>))]
internal sealed partial class PerfReportContext : JsonSerializerContext;
