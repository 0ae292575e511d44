using System.Globalization;

namespace Halo.Results;

/// <summary>Comparisons as text or Markdown.</summary>
internal static class ComparisonReport
{
    private static readonly HashSet<int> Right = [2, 3, 4, 5];

    public static void WriteText(IReadOnlyList<TestComparison> comparisons, TextWriter writer)
    {
        Create(comparisons, SafeText.Visible).WriteText(writer);
        writer.Write($"\n{Summary(comparisons)}\n");
    }

    public static void WriteMarkdown(IReadOnlyList<TestComparison> comparisons, TextWriter writer)
    {
        writer.Write($"## Performance compared\n\n{Summary(comparisons)}\n\n");
        Create(comparisons, SafeText.Markdown).WriteMarkdown(writer);
    }

    /// <summary>"1 slower, 1 raised budget, 5 same".</summary>
    private static string Summary(IReadOnlyList<TestComparison> comparisons)
    {
        var parts = comparisons
            .GroupBy(comparison => comparison.Kind)
            .OrderBy(kind => kind.Key == ComparisonKind.Same ? int.MaxValue : (int)kind.Key)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} {ComparisonText.NameOf(kind.Key)}"));
        var raised = comparisons.Where(comparison => comparison.Budget.IsRaised).DistinctBy(comparison => comparison.Test).Count();
        return string.Join(", ", raised == 0 ? parts : parts.Prepend(string.Create(CultureInfo.InvariantCulture, $"{raised} raised budget{(raised == 1 ? "" : "s")}")));
    }

    private static TextTable Create(IReadOnlyList<TestComparison> comparisons, Func<string, string> escape)
    {
        var table = new TextTable("Test", "Result", "Base", "New", "Shift", "p", "Budget") { Right = Right };
        foreach (var comparison in comparisons.OrderByDescending(comparison => comparison.IsFault))
        {
            var time = comparison.Time;
            string[] cells =
            [
                comparison.Test,
                ComparisonText.NameOf(comparison.Kind),
                time is null ? "-" : Amount.Milliseconds(time.BaseMs),
                time is null ? "-" : Amount.Milliseconds(time.NewMs),
                time is null ? "-" : Amount.Shift(time.Shift),
                time is null ? "-" : Amount.Probability(time.PValue),
                ComparisonText.BudgetOf(comparison),
            ];
            table.Add(Array.ConvertAll(cells, cell => escape(cell)));
        }

        return table;
    }
}
