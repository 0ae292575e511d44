namespace Halo.Reporting;

/// <summary>
/// A color for each agent that has tasks, in registry order, so that neighbors differ; with more agents than colors
/// they are used again. All are light enough for black text.
/// </summary>
internal sealed class AgentColors
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <param name="agents">The agents that have tasks, in registry order.</param>
    public AgentColors(IEnumerable<string> agents)
    {
        foreach (var agent in agents) _numbers.Add(agent, _numbers.Count % Palette.Count);
    }

    /// <summary>Fill and border of each color, as <c>#rrggbb</c>.</summary>
    public static IReadOnlyList<(string Fill, string Border)> Palette { get; } =
    [
        ("#afd1f4", "#336ba3"), ("#fad1a8", "#af6b28"), ("#bae8ba", "#469146"), ("#efb3d1", "#9c3a6b"),
        ("#f8f2aa", "#aba02b"), ("#cdb6ed", "#643e98"), ("#bae8e4", "#46918a"), ("#f6b2ac", "#a7392f"),
        ("#e0f0d1", "#6b9146"), ("#e8d1f0", "#7e4691"), ("#ceedf3", "#3e8998"), ("#f1e6d0", "#947942"),
        ("#d4edde", "#4d8966"), ("#eed3ec", "#8d4987"), ("#d3d7ee", "#49558d"), ("#e8f0d1", "#7e9146"),
    ];

    /// <summary>The colors that are used, as numbers in the palette.</summary>
    public int Count => Math.Min(_numbers.Count, Palette.Count);

    /// <summary>The agents that have tasks, with the numbers of their colors.</summary>
    public IEnumerable<KeyValuePair<string, int>> Agents => _numbers;

    /// <summary>The number of an agent's color.</summary>
    public int Of(string agent) => _numbers[agent];
}
