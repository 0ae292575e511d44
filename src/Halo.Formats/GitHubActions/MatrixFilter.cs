namespace Halo.Formats;

/// <summary>
/// An entry of <c>include</c> or <c>exclude</c> against the axes of its matrix. A combination fits when, for every scalar in the
/// entry, the combination has an equal value under the same keys; what the entry does not name is free.
/// </summary>
internal sealed class MatrixFilter
{
    private readonly List<(int Axis, bool[] Fits)> _conditions = [];

    private MatrixFilter()
    {
    }

    /// <summary>Prepares an entry: what it says of each axis is found once for each value, not for each combination.</summary>
    /// <returns>The filter; null when an expression takes part in a comparison, or when the work is too much.</returns>
    public static MatrixFilter? Of(DataNode entry, Matrix matrix, WorkLimit work)
    {
        var filter = new MatrixFilter();
        for (var axis = 0; axis < matrix.Axes.Count; axis++)
        {
            var (name, values) = matrix.Axes.GetAt(axis);
            if (ExpressionEquality.Find(entry, name) is not { } wanted) continue;
            if (LeavesOf(wanted, work) is not { } leaves) return null;
            var fits = new bool[values.Count];
            for (var value = 0; value < fits.Length; value++)
            {
                if (IsFitting(values[value], leaves, work) is not { } isFitting) return null;
                fits[value] = isFitting;
            }

            filter._conditions.Add((axis, fits));
        }

        return filter;
    }

    /// <summary>Whether a combination fits.</summary>
    /// <param name="values">The index of its value on each axis.</param>
    public bool Fits(ReadOnlySpan<int> values)
    {
        foreach (var (axis, fits) in _conditions)
        {
            if (!fits[values[axis]]) return false;
        }

        return true;
    }

    // Every scalar in the tree, with the keys that lead to it; the last key first.
    private static List<(Path? Path, DataNode Literal)>? LeavesOf(DataNode wanted, WorkLimit work)
    {
        var leaves = new List<(Path?, DataNode)>();
        var open = new Stack<(Path? Path, DataNode Node)>([(null, wanted)]);
        while (open.TryPop(out var current))
        {
            if (!work.Take()) return null;
            if (current.Node.Kind == DataKind.Scalar)
            {
                if (Expression.IsIn(current.Node.Text)) return null;
                leaves.Add(current);
            }

            for (var i = 0; i < current.Node.Items.Count; i++)
            {
                var key = current.Node.Kind == DataKind.Map ? current.Node.Keys[i] : i.ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (Expression.IsIn(key)) return null;
                open.Push((new Path(current.Path, key), current.Node.Items[i]));
            }
        }

        return leaves;
    }

    // Null when an expression decides, or when the work is too much.
    private static bool? IsFitting(DataNode value, List<(Path? Path, DataNode Literal)> leaves, WorkLimit work)
    {
        foreach (var (path, literal) in leaves)
        {
            if (!work.Take()) return null;
            var found = Follow(value, path, out var isUnknown);
            if (isUnknown) return null;
            if (!ExpressionEquality.AreEqual(found, literal)) return false;
        }

        return true;
    }

    private static DataNode? Follow(DataNode value, Path? path, out bool isUnknown)
    {
        var keys = new Stack<string>();
        for (; path is not null; path = path.Parent) keys.Push(path.Key);
        DataNode? found = value;
        isUnknown = IsUnknown(found);
        while (!isUnknown && keys.TryPop(out var key))
        {
            found = ExpressionEquality.Find(found, key);
            isUnknown = found is not null && IsUnknown(found);
        }

        return found;
    }

    private static bool IsUnknown(DataNode value) => Expression.IsIn(value.Text) || value.Keys.Exists(Expression.IsIn);

    private sealed record Path(Path? Parent, string Key);
}
