namespace Halo.Formats;

/// <summary>The matrix of a job as it is in the file.</summary>
internal sealed class Matrix
{
    /// <summary>The values of each axis, in the order of the file. Names ignore case.</summary>
    public OrderedDictionary<string, List<DataNode>> Axes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The entries of <c>include</c>: maps that are not empty.</summary>
    public List<DataNode> Include { get; } = [];

    /// <summary>The entries of <c>exclude</c>: maps that are not empty.</summary>
    public List<DataNode> Exclude { get; } = [];

    /// <summary>Whether an expression stands for the name of an axis.</summary>
    public bool HasUnknownAxis { get; set; }

    /// <summary>Whether an expression stands for a part, so that only a run can count the jobs.</summary>
    public bool HasUnknown { get; set; }
}

/// <summary>A fault of a matrix.</summary>
/// <param name="Message">What is wrong, without the job's name.</param>
/// <param name="Help">What would be right; may be empty.</param>
/// <param name="Line">Where it is.</param>
internal readonly record struct MatrixFault(string Message, string Help, int Line);
