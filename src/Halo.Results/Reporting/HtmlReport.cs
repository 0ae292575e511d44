using System.Globalization;

namespace Halo.Results;

/// <summary>A report as one HTML file that needs no other.</summary>
internal static class HtmlReport
{
    public static void Write(PerfReport report, TextWriter writer)
    {
        var newest = report.Rows.Select(row => row.Newest.Last.Time).DefaultIfEmpty().Max();
        var machines = report.Rows.Select(row => row.Newest.Machine).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        writer.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Performance tests</title>\n<style>\n{HtmlStyle.Text}\n</style>\n</head>\n<body>\n");
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<header><h1>Performance tests</h1><p>{SafeText.Html(string.Join(" · ", machines))}<br>newest run {newest.ToUniversalTime():yyyy-MM-dd HH:mm} UTC</p></header>\n"));
        writer.Write("<section class=\"cards\">");
        WriteCard(writer, report.Passed, "passed", "good");
        WriteCard(writer, report.Failed, "failed", "bad");
        WriteCard(writer, report.Inconclusive, "inconclusive", "warn");
        WriteCard(writer, report.Flaky, "after a retry", "warn");
        WriteCard(writer, report.Slower, "slower", "bad");
        WriteCard(writer, report.Faster, "faster", "good");
        WriteCard(writer, report.Raised, "raised budgets", "bad");
        WriteCard(writer, report.InDebt, "in retry debt", "warn");
        writer.Write("</section>\n<div class=\"scroll\"><table>\n<thead><tr><th>Test</th><th>Verdict</th><th>Budget</th><th>Measured</th><th>Net</th><th>Headroom</th><th>Attempts</th><th>Contention</th><th>Retried</th><th>Trend</th><th>Change</th></tr></thead>\n<tbody>\n");
        foreach (var row in report.Rows) WriteRow(writer, row);
        writer.Write("</tbody></table></div>\n<footer>Measured is wall time of one call; net leaves out what the machine made it wait. Headroom is what is left of the budget. Retried counts the runs that needed a retry, of the newest 20.</footer>\n</body>\n</html>\n");
    }

    private static void WriteCard(TextWriter writer, int number, string what, string color) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<div class=\"card {(number == 0 ? "none" : color)}\"><b>{number}</b>{what}</div>"));

    private static void WriteRow(TextWriter writer, ReportRow row)
    {
        writer.Write($"<tr><td class=\"test\">{NameOf(row.Test)}{Attempts(row)}</td><td><span class=\"badge {ColorOf(row)}\">{row.Verdict}</span></td>");
        foreach (var figure in (string[])[row.BudgetText, row.MeasuredText, row.NetText]) writer.Write($"<td class=\"figure\">{SafeText.Html(figure)}</td>");
        writer.Write($"<td class=\"figure\">{Bar(row)}{row.HeadroomText}</td><td class=\"figure\">{row.AttemptsText}</td><td class=\"figure\">{row.ContentionText}</td>");
        writer.Write($"<td class=\"figure{(row.Debt.IsDue ? " due" : "")}\">{row.DebtText}</td><td>{Sparkline.Svg(row.Trend)}</td><td class=\"{(row.Comparison is { IsFault: true } ? "due" : "change")}\">{SafeText.Html(row.ChangeText)}</td></tr>\n");
    }

    // The last part of the name is what tells tests apart; the rest is there, but quieter.
    private static string NameOf(string test)
    {
        var (type, method) = TestName.Split(test);
        return type.Length == 0 ? Words(method) : $"<small>{SafeText.Html(type)}</small>{Words(method)}";
    }

    // A long name breaks between its parts first.
    private static string Words(string name) => SafeText.Html(name).Replace("_", "_<wbr>", StringComparison.Ordinal);

    private static string Attempts(ReportRow row)
    {
        if (row.Newest.Attempts.Count == 1 && row.Newest.Last.Message is null) return "";
        var items = row.Newest.Attempts.Select(attempt => $"<li>{attempt.Verdict}{(attempt.Measured is { } measured ? ", " + SafeText.Html(Amount.Measured(measured, attempt.Kind)) : "")}{(attempt.Message is { } message ? ": " + SafeText.Html(message) : "")}</li>");
        return $"<details><summary>attempts</summary><ol>{string.Concat(items)}</ol></details>";
    }

    private static string Bar(ReportRow row)
    {
        if (row.Headroom is not { } headroom) return "";
        var used = Math.Clamp(1 - headroom, 0, 1) * 100;
        return string.Create(CultureInfo.InvariantCulture, $"<span class=\"bar {(headroom < 0 ? "bad" : headroom < 0.2 ? "warn" : "good")}\"><i style=\"width:{used:0}%\"></i></span>");
    }

    private static string ColorOf(ReportRow row) => row.Newest.Outcome switch
    {
        PerfOutcome.Passed => "good",
        PerfOutcome.Flaky or PerfOutcome.NetPass or PerfOutcome.Inconclusive or PerfOutcome.Contended => "warn",
        _ => "bad",
    };
}
