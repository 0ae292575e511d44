namespace Halo.Routing;

/// <summary>The first task of a graph that has an attribute, or an attribute with a value. O(tasks + attributes), at first use.</summary>
internal sealed class FirstTasks(TaskGraph graph)
{
    private int[]? _byLiteral;
    private int[]? _byName;

    /// <summary>The first task with a pair of attribute and value, by its number; -1 when there is none.</summary>
    public int WithLiteral(int literal)
    {
        Fill();
        return literal < 0 ? -1 : _byLiteral![literal];
    }

    /// <summary>The first task with an attribute, by its number; -1 when there is none.</summary>
    public int WithName(int name)
    {
        Fill();
        return name < 0 ? -1 : _byName![name];
    }

    private void Fill()
    {
        if (_byLiteral is not null) return;
        var literals = graph.Literals;
        (_byLiteral, _byName) = (new int[literals.Count], new int[literals.NameCount]);
        Array.Fill(_byLiteral, -1);
        Array.Fill(_byName, -1);
        for (var task = graph.Count - 1; task >= 0; task--)
        {
            foreach (var literal in graph.LiteralsOf(task)) _byLiteral[literal] = _byName[literals.Literals[literal].Name] = task;
        }
    }
}
