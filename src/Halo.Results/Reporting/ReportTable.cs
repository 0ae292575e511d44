namespace Halo.Results;

/// <summary>A report as text or Markdown.</summary>
internal static class ReportTable
{
    private static readonly HashSet<int> Right = [2, 3, 4, 5, 6, 7, 8];

    public static void WriteText(PerfReport report, TextWriter writer)
    {
        writer.Write(report.Headline() + "\n\n");
        var head = TestName.CommonHead([.. report.Rows.Select(row => row.Test)]);
        if (head.Length > 0) writer.Write($"{SafeText.Visible(head.TrimEnd('.'))}\n\n");
        Create(report, head.Length, SafeText.Visible).WriteText(writer);
    }

    public static void WriteMarkdown(PerfReport report, TextWriter writer)
    {
        writer.Write($"## Performance tests\n\n{SafeText.Markdown(report.Headline())}\n\n");
        Create(report, 0, SafeText.Markdown).WriteMarkdown(writer);
    }

    private static TextTable Create(PerfReport report, int head, Func<string, string> escape)
    {
        var table = new TextTable("Test", "Verdict", "Budget", "Measured", "Net", "Headroom", "Attempts", "Contention", "Retried", "Trend", "Change") { Right = Right };
        foreach (var row in report.Rows)
        {
            string[] cells = [row.Test[head..], row.Verdict, row.BudgetText, row.MeasuredText, row.NetText, row.HeadroomText, row.AttemptsText, row.ContentionText, row.DebtText, Sparkline.Text(row.Trend.Levels), row.ChangeText];
            table.Add(Array.ConvertAll(cells, cell => escape(cell)));
        }

        return table;
    }
}
