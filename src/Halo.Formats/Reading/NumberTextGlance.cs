namespace Halo.Formats;

/// <summary>
/// Tells job shops and task graphs apart, which all begin with numbers. The first line decides where it can: one number begins a
/// task graph. Where it cannot, the lines after it do: those that fit a format in every number count for it.
/// </summary>
internal static class NumberTextGlance
{
    private const int MostRows = 200;
    private const int MostNumbers = 1_000_000;

    public static NumberTextKind KindOf(ReadOnlySpan<byte> text)
    {
        var sample = NumberTable.Read(text, MostRows, MostNumbers, null);
        var header = sample.RowCount == 0 ? [] : sample.Row(0);
        if (header.Length is not (2 or 3) || !IsCount(header[0]) || !IsCount(header[1])) return NumberTextKind.TaskGraph;
        var rows = CountRows(text) - 1;
        if (rows == 0) return NumberTextKind.TaskGraph;
        return header.Length == 3 ? FlexibleKindOf(sample, rows) : KindOfTwo(sample, rows);
    }

    private static NumberTextKind FlexibleKindOf(NumberTable sample, int rows)
    {
        var (first, second) = (sample.Row(0)[0], sample.Row(0)[1]);
        var isByPrecedence = rows == first + second && (second > 0 ? sample.Row(1).Length is 2 or 3 : NumberRow.IsOptions(sample.Row(1)));
        return isByPrecedence && !NumberRow.IsFlexibleJob(sample.Row(1)) ? NumberTextKind.PrecedenceJobShop : NumberTextKind.FlexibleJobShop;
    }

    private static NumberTextKind KindOfTwo(NumberTable sample, int rows)
    {
        var (count, machines) = (sample.Row(0)[0], sample.Row(0)[1]);
        int full = 0, pairs = 0, flexible = 0, tasks = 0;
        var hasEnd = false;
        for (var row = 1; row < sample.RowCount; row++)
        {
            var numbers = sample.Row(row);
            hasEnd |= numbers.Contains(-1);
            if (NumberRow.IsFullJob(numbers, machines)) full++;
            if (NumberRow.IsJob(numbers, machines)) pairs++;
            if (NumberRow.IsFlexibleJob(numbers)) flexible++;
            if (NumberRow.IsTask(numbers, row == 1 ? double.NaN : sample.Row(row - 1)[0])) tasks++;
        }

        if (hasEnd || full == sample.RowCount - 1) return NumberTextKind.JobShop;
        var isShop = rows == count;
        var more = rows - count - (sample.Row(1)[0] == 0 ? 1 : 0); // a task graph may have an exit too
        if (tasks > 0 && tasks >= Math.Max(pairs, flexible) && (more is 0 or 1 || !isShop)) return NumberTextKind.TaskGraph;
        if (Math.Max(pairs, flexible) > 0) return flexible >= pairs ? NumberTextKind.FlexibleJobShop : NumberTextKind.JobShop;
        return !isShop ? NumberTextKind.TaskGraph : sample.Row(1).Length % 2 == 0 ? NumberTextKind.JobShop : NumberTextKind.FlexibleJobShop;
    }

    private static bool IsCount(double number) => number >= 0 && number == Math.Floor(number);

    private static int CountRows(ReadOnlySpan<byte> text)
    {
        var rows = 0;
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range].TrimStart(" \t\r\f\v"u8);
            if (!line.IsEmpty && line[0] != (byte)'#') rows++;
        }

        return rows;
    }
}
