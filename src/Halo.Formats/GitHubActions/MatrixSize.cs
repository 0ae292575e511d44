using System.Globalization;

namespace Halo.Formats;

/// <summary>
/// Counts the jobs that a matrix stands for: the combinations of its axes without those that <c>exclude</c> names, and
/// each entry of <c>include</c> that fits into none of them.
/// </summary>
internal sealed class MatrixSize
{
    private const int MostCombinations = 65_536;
    private const int MostJobs = 256;
    private const int MostSteps = 10_000_000;

    private readonly List<string> _names = [];
    private readonly List<List<DataNode>> _axes = [];
    private int _steps;

    /// <summary>The size; null when only a run can tell. The problem is null where there is none.</summary>
    public static (int? Size, string? Problem) Of(DataNode matrix)
    {
        if (matrix.Kind == DataKind.Map) return new MatrixSize().Count(matrix);
        return Expression.IsIn(matrix.Text) ? (null, null) : (null, "its matrix must be a map or an expression");
    }

    private (int? Size, string? Problem) Count(DataNode matrix)
    {
        DataNode? include = null, exclude = null;
        for (var i = 0; i < matrix.Keys.Count; i++)
        {
            var values = matrix.Items[i];
            if (matrix.Keys[i] == "include") include = values;
            else if (matrix.Keys[i] == "exclude") exclude = values;
            else if (values.Kind == DataKind.List) Add(matrix.Keys[i], values.Items);
            else return Expression.IsIn(values.Text) ? (null, null) : (null, $"'{matrix.Keys[i]}' of its matrix must be a list or an expression");
        }

        foreach (var list in (DataNode?[])[include, exclude])
        {
            if (list is null || (list.Kind == DataKind.List && list.Items.TrueForAll(entry => entry.Kind == DataKind.Map))) continue;
            return Expression.IsIn(list.Text) || list.Items.Exists(entry => Expression.IsIn(entry.Text)) ? (null, null) : (null, "'include' and 'exclude' of its matrix must be lists of maps");
        }

        var combinations = _axes.Count == 0 ? 0 : _axes.Aggregate(1L, (product, axis) => Math.Min(product * axis.Count, MostCombinations + 1));
        if (combinations > MostCombinations) return (null, TooLarge);
        if (_axes.Count > 0 && (include ?? exclude) is not null && !IsLiteral(include, exclude)) return (null, null);
        var jobs = Combine((int)combinations, include?.Items ?? [], exclude?.Items ?? []);
        return jobs is null or > MostJobs ? (null, TooLarge) : (jobs, null);
    }

    private static string TooLarge { get; } = string.Create(CultureInfo.InvariantCulture, $"its matrix stands for more than {MostJobs} jobs, or for too many to count");

    private void Add(string name, List<DataNode> values)
    {
        _names.Add(name);
        _axes.Add(values);
    }

    // An expression among what is compared can be equal to anything.
    private bool IsLiteral(DataNode? include, DataNode? exclude) =>
        _axes.TrueForAll(axis => axis.TrueForAll(value => !Expression.IsIn(value.Text)))
        && (include?.Items ?? []).Concat(exclude?.Items ?? []).All(entry => _names.TrueForAll(name => entry.Find(name) is not { } value || !Expression.IsIn(value.Text)));

    private int? Combine(int combinations, List<DataNode> include, List<DataNode> exclude)
    {
        var remaining = 0;
        var fitted = new bool[include.Count];
        for (var combination = 0; combination < combinations; combination++)
        {
            if (exclude.Exists(entry => Fits(entry, combination))) continue;
            remaining++;
            for (var i = 0; i < fitted.Length; i++) fitted[i] = fitted[i] || Fits(include[i], combination);
            if (_steps > MostSteps) return null;
        }

        return remaining + fitted.Count(isFitted => !isFitted);
    }

    // Whether an entry agrees with a combination in every axis that it names.
    private bool Fits(DataNode entry, int combination)
    {
        _steps += entry.Keys.Count;
        for (var axis = 0; axis < _axes.Count; axis++)
        {
            var value = _axes[axis][combination % _axes[axis].Count];
            combination /= _axes[axis].Count;
            if (++_steps > MostSteps) return false;
            if (entry.Find(_names[axis]) is { } wanted && !AreEqual(wanted, value)) return false;
        }

        return true;
    }

    private bool AreEqual(DataNode left, DataNode right)
    {
        var open = new Stack<(DataNode Left, DataNode Right)>([(left, right)]);
        while (open.TryPop(out var pair))
        {
            if (ReferenceEquals(pair.Left, pair.Right)) continue;
            if (++_steps > MostSteps || pair.Left.Kind != pair.Right.Kind || pair.Left.Items.Count != pair.Right.Items.Count) return false;
            if (pair.Left.Kind == DataKind.Scalar && !pair.Left.Value.Equals(pair.Right.Value)) return false;
            for (var i = 0; i < pair.Left.Items.Count; i++)
            {
                if (pair.Left.Kind == DataKind.Map && pair.Left.Keys[i] != pair.Right.Keys[i]) return false;
                open.Push((pair.Left.Items[i], pair.Right.Items[i]));
            }
        }

        return true;
    }
}
