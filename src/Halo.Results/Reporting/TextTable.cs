namespace Halo.Results;

/// <summary>Tables in plain text: columns as wide as their widest cell.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    /// <summary>The columns that hold figures, which are aligned right.</summary>
    public IReadOnlySet<int> Right { get; init; } = new HashSet<int>();

    public void Add(params string[] cells) => _rows.Add(cells);

    public void WriteText(TextWriter writer)
    {
        int[] widths = [.. headings.Select((_, column) => _rows.Max(row => row[column].Length))];
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => Right.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            writer.Write(string.Join("  ", cells).TrimEnd());
            writer.Write('\n');
        }
    }

    /// <summary>The same in GitHub-flavoured Markdown; cells must be escaped.</summary>
    public void WriteMarkdown(TextWriter writer)
    {
        WriteRow(headings);
        WriteRow([.. headings.Select((_, column) => Right.Contains(column) ? "---:" : "---")]);
        foreach (var row in _rows.Skip(1)) WriteRow(row);

        void WriteRow(string[] cells) => writer.Write($"| {string.Join(" | ", cells)} |\n");
    }
}
