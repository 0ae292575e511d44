namespace Halo.Formats;

/// <summary>
/// Finds the jobs of a text. A job is a line; where there are not as many lines as jobs, the text may be broken elsewhere, and
/// jobs are told apart by their numbers alone, if that gives as many jobs as the first line says.
/// </summary>
internal static class JobShopLines
{
    /// <summary>Where each job begins and ends in the table.</summary>
    public static List<(int Start, int End)> Of(NumberTable table, int jobs, int machines, bool isFlexible)
    {
        var lines = new List<(int, int)>();
        for (var row = 1; row < table.RowCount; row++) lines.Add((table.RowStart(row), table.RowStart(row + 1)));
        if (lines.Count == jobs) return lines;
        var free = isFlexible ? Flexible(table) : Pairs(table, machines);
        return free.Count == jobs ? free : lines;
    }

    private static List<(int, int)> Flexible(NumberTable table)
    {
        var jobs = new List<(int, int)>();
        for (var start = table.RowStart(1); start < table.Count;)
        {
            var rest = table.Slice(start, table.Count);
            var at = 1;
            for (var operation = 0; operation < rest[0]; operation++)
            {
                if (at >= rest.Length || !NumberRow.IsWhole(rest[at]) || rest[at] * 2 >= rest.Length - at) return [];
                at += 1 + ((int)rest[at] * 2);
            }

            jobs.Add((start, start + at));
            start += at;
        }

        return jobs;
    }

    // Jobs end with -1 -1, or all have an operation on each machine.
    private static List<(int, int)> Pairs(NumberTable table, int machines)
    {
        var jobs = new List<(int, int)>();
        var start = table.RowStart(1);
        var numbers = table.Slice(start, table.Count);
        var hasEnds = numbers is [.., -1, -1];
        var job = 0;
        for (var i = 0; i + 1 < numbers.Length; i += 2)
        {
            var isEnd = hasEnds ? numbers[i] == -1 && numbers[i + 1] == -1 : i + 2 - job == machines * 2L;
            if (!isEnd) continue;
            jobs.Add((start + job, start + i + 2));
            job = i + 2;
        }

        return job == numbers.Length ? jobs : [];
    }
}
