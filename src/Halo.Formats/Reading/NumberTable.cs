using System.Globalization;
using System.Runtime.InteropServices;

namespace Halo.Formats;

/// <summary>A text of numbers in lines; empty lines and comments are left out.</summary>
internal sealed class NumberTable
{
    private readonly List<double> _numbers = [];
    private readonly List<int> _lines = []; // of each number
    private readonly List<int> _starts = []; // of each row

    /// <summary>The number of rows.</summary>
    public int RowCount => _starts.Count;

    /// <summary>How many numbers there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The numbers of a row.</summary>
    public ReadOnlySpan<double> Row(int row) => Slice(RowStart(row), RowStart(row + 1));

    /// <summary>The position of a row's first number.</summary>
    public int RowStart(int row) => row < _starts.Count ? _starts[row] : _numbers.Count;

    /// <summary>The numbers from one position to before another.</summary>
    public ReadOnlySpan<double> Slice(int start, int end) => CollectionsMarshal.AsSpan(_numbers)[start..end];

    /// <summary>The line of the number at a position; of the last number when there is none.</summary>
    public int LineAt(int position) => _lines.Count == 0 ? 1 : _lines[Math.Min(position, _lines.Count - 1)];

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mostRows">How many rows to read.</param>
    /// <param name="mostNumbers">How many numbers to read; a row that does not fit is left out.</param>
    /// <param name="draft">Where words that are no numbers are reported; null for nowhere. They stand in the table as NaN.</param>
    public static NumberTable Read(ReadOnlySpan<byte> text, int mostRows, int mostNumbers, TaskFileDraft? draft)
    {
        var table = new NumberTable();
        var words = new TextWords(text);
        var line = 0;
        while (words.Next(out var word))
        {
            if (words.Line != line)
            {
                if (table.RowCount == mostRows || draft?.Faults.HasDropped == true) break;
                line = words.Line;
                table._starts.Add(table._numbers.Count);
            }

            if (table.Count == mostNumbers)
            {
                table._starts.RemoveAt(table.RowCount - 1);
                break;
            }

            table._numbers.Add(Parse(word, line, draft));
            table._lines.Add(line);
        }

        return table;
    }

    private static double Parse(ReadOnlySpan<byte> word, int line, TaskFileDraft? draft)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(word, Styles, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        draft?.Fault(DiagnosticCodes.InvalidValue, $"'{TextWords.Show(word)}' is not a number.", "Job shops are numbers only; '#' begins a comment.", line);
        return double.NaN;
    }
}
