using System.Globalization;

namespace Halo.Formats;

/// <summary>
/// Counts the jobs that a matrix stands for: the combinations of its axes without those that fit an entry of <c>exclude</c>, and
/// each entry of <c>include</c> that no remaining combination fits.
/// </summary>
internal static class MatrixSize
{
    private const int MaxCombinations = 65_536;
    private const int MaxJobs = 256;
    private const int MaxSteps = 10_000_000;

    /// <summary>The number of jobs; null when only a run can tell, or when the matrix is faulty, which is added to the faults.</summary>
    public static int? Of(DataNode node, ICollection<MatrixFault> faults)
    {
        var before = faults.Count;
        var matrix = new MatrixReader(faults).Read(node);
        if (matrix is null || faults.Count > before || matrix.HasUnknown) return null;
        var work = new WorkLimit(MaxSteps);
        var combinations = matrix.Axes.Count == 0 ? 0 : matrix.Axes.Values.Aggregate(1L, (product, values) => Math.Min(product * values.Count, MaxCombinations + 1));
        var jobs = combinations > MaxCombinations ? null : Count(matrix, (int)combinations, work);
        if (combinations <= MaxCombinations && !work.IsExceeded && jobs is null or <= MaxJobs) return jobs;
        faults.Add(new MatrixFault(string.Create(CultureInfo.InvariantCulture, $"its matrix stands for more than {MaxJobs} jobs, or for too many to count"), "", node.Line));
        return null;
    }

    private static int? Count(Matrix matrix, int combinations, WorkLimit work)
    {
        if (FiltersOf(matrix.Exclude, matrix, work) is not { } exclude || FiltersOf(matrix.Include, matrix, work) is not { } include) return null;
        var remaining = 0;
        var isFitted = new bool[include.Count];
        var values = new int[matrix.Axes.Count];
        for (var combination = 0; combination < combinations; combination++)
        {
            if (!work.Take(1 + exclude.Count + include.Count)) return null;
            Split(combination, matrix, values);
            if (exclude.Exists(filter => filter.Fits(values))) continue;
            remaining++;
            for (var i = 0; i < isFitted.Length; i++) isFitted[i] = isFitted[i] || include[i].Fits(values);
        }

        return remaining + isFitted.Count(fitted => !fitted);
    }

    private static List<MatrixFilter>? FiltersOf(List<DataNode> entries, Matrix matrix, WorkLimit work)
    {
        var filters = new List<MatrixFilter>();
        foreach (var entry in entries)
        {
            if (MatrixFilter.Of(entry, matrix, work) is not { } filter) return null;
            filters.Add(filter);
        }

        return filters;
    }

    private static void Split(int combination, Matrix matrix, int[] values)
    {
        for (var axis = 0; axis < values.Length; axis++)
        {
            var count = matrix.Axes.GetAt(axis).Value.Count;
            values[axis] = combination % count;
            combination /= count;
        }
    }
}
