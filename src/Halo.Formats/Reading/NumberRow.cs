namespace Halo.Formats;

/// <summary>What a line of numbers can be.</summary>
internal static class NumberRow
{
    /// <summary>Whether it is a task of a standard task graph: <c>id time count predecessor...</c>, the id after that of the line before.</summary>
    public static bool IsTask(ReadOnlySpan<double> row, double previous) =>
        row.Length >= 3 && row[2] == row.Length - 3 && (double.IsNaN(previous) ? row[0] is 0 or 1 : row[0] == previous + 1);

    /// <summary>Whether it is a job with one operation on every machine.</summary>
    public static bool IsFullJob(ReadOnlySpan<double> row, double machines)
    {
        if (!IsJob(row, machines) || row.Length != machines * 2) return false;
        var seen = new HashSet<double>();
        for (var i = 0; i < row.Length; i += 2)
        {
            if (!seen.Add(row[i])) return false;
        }

        return true;
    }

    /// <summary>Whether it is a list of a machine and a time; <c>-1 -1</c> may end it.</summary>
    public static bool IsJob(ReadOnlySpan<double> row, double machines)
    {
        row = WithoutEnd(row);
        if (row.Length == 0 || row.Length % 2 != 0) return false;
        for (var i = 0; i < row.Length; i += 2)
        {
            if (!IsWhole(row[i]) || row[i] > machines || !(row[i + 1] >= 0)) return false;
        }

        return true;
    }

    /// <summary>Whether it is the number of operations and, for each, the number of machines with that many machines and times.</summary>
    public static bool IsFlexibleJob(ReadOnlySpan<double> row)
    {
        if (row.Length == 0 || !IsWhole(row[0])) return false;
        var at = 1;
        for (var operation = 0; operation < row[0]; operation++)
        {
            if (at >= row.Length || !IsWhole(row[at]) || row[at] < 1 || row[at] * 2 >= row.Length - at) return false;
            at += 1 + ((int)row[at] * 2);
        }

        return at == row.Length;
    }

    /// <summary>Whether it is a number of machines with that many machines and times.</summary>
    public static bool IsOptions(ReadOnlySpan<double> row) => row.Length > 0 && row.Length == 1 + (row[0] * 2);

    /// <summary>The row without the <c>-1 -1</c> at its end.</summary>
    public static ReadOnlySpan<double> WithoutEnd(ReadOnlySpan<double> row) => row is [.., -1, -1] ? row[..^2] : row;

    /// <summary>Whether it is a whole number, zero or more, that fits 32 bits.</summary>
    public static bool IsWhole(double number) => number is >= 0 and <= int.MaxValue && number == Math.Floor(number);
}
