namespace Halo.Formats;

/// <summary>What a text of numbers is.</summary>
internal enum NumberTextKind
{
    /// <summary>Not a text that begins with a number.</summary>
    None,

    /// <summary>A standard task graph.</summary>
    TaskGraph,

    /// <summary>A job on each line: <c>machine time machine time ...</c>.</summary>
    JobShop,

    /// <summary>A job on each line: the number of operations, then for each the number of machines and <c>machine time</c> for each.</summary>
    FlexibleJobShop,

    /// <summary>Lines of precedences, then an operation on each line: the number of machines and <c>machine time</c> for each.</summary>
    PrecedenceJobShop,
}
