namespace Halo.Formats;

/// <summary>Reads the matrix of a job and finds its faults, which are those that the runner finds.</summary>
internal sealed class MatrixReader(ICollection<MatrixFault> faults)
{
    private readonly Matrix _matrix = new();

    /// <summary>The matrix; null when it is faulty as a whole.</summary>
    public Matrix? Read(DataNode node)
    {
        if (node.Kind != DataKind.Map)
        {
            if (Expression.IsIn(node.Text)) return new Matrix { HasUnknown = true };
            Report("its matrix must be a map or an expression", node);
            return null;
        }

        for (var i = 0; i < node.Keys.Count; i++)
        {
            var (key, values) = (node.Keys[i], node.Items[i]);
            if (key is "include" or "exclude") ReadEntries(key, values, key == "include" ? _matrix.Include : _matrix.Exclude);
            else ReadAxis(key, values);
        }

        CheckEntries();
        if (_matrix is { Axes.Count: 0, Include.Count: 0, HasUnknown: false } && faults.Count == 0) Report("its matrix has neither an axis nor an entry of 'include'", node);
        return _matrix;
    }

    private void ReadAxis(string name, DataNode values)
    {
        _matrix.HasUnknownAxis |= Expression.IsIn(name);
        if (values.Kind == DataKind.List && values.Items.Count == 0) Report($"'{name}' of its matrix has no values", values);
        else if (values.Kind != DataKind.List && !Expression.IsIn(values.Text)) Report($"'{name}' of its matrix must be a list or an expression", values);
        if (values.Kind != DataKind.List || _matrix.HasUnknownAxis) _matrix.HasUnknown = true;
        if (!_matrix.Axes.TryAdd(name, values.Items)) Report($"'{name}' of its matrix is given twice; names ignore case", values);
    }

    private void ReadEntries(string key, DataNode list, List<DataNode> entries)
    {
        if (list.Kind != DataKind.List)
        {
            if (list.IsText && Expression.IsIn(list.Text)) _matrix.HasUnknown = true;
            else Report($"'{key}' of its matrix must be a list of maps, or an expression", list);
            return;
        }

        foreach (var entry in list.Items)
        {
            if (entry.Kind == DataKind.Map && entry.Keys.Count == 0) Report($"an entry of '{key}' of its matrix is empty", entry);
            else if (entry.Kind == DataKind.Map) entries.Add(entry);
            else if (Expression.IsIn(entry.Text)) _matrix.HasUnknown = true;
            else Report($"an entry of '{key}' of its matrix must be a map", entry);
        }
    }

    // Only now all axes are known.
    private void CheckEntries()
    {
        foreach (var entry in _matrix.Include) _matrix.HasUnknown |= entry.Keys.Exists(Expression.IsIn);
        foreach (var entry in _matrix.Exclude)
        {
            foreach (var key in entry.Keys)
            {
                if (Expression.IsIn(key)) _matrix.HasUnknown = true;
                else if (!_matrix.HasUnknownAxis && !_matrix.Axes.ContainsKey(key))
                {
                    faults.Add(new MatrixFault($"'{key}' in 'exclude' of its matrix is not one of its axes", Suggestion.For(key, _matrix.Axes.Keys, "Name an axis."), entry.Line));
                }
            }
        }
    }

    private void Report(string message, DataNode node) => faults.Add(new MatrixFault(message, "", node.Line));
}
