namespace Halo.Routing;

/// <summary>Which attributes, kinds of values and types the tasks of a graph have, and the types that agents list.</summary>
internal sealed class GraphVocabulary
{
    private const int MaxSuggestions = 1_000; // looking for the name that was meant costs far more than the rest

    private readonly LiteralTable _literals;
    private readonly FirstTasks _first;
    private readonly int[] _kinds; // by the number of an attribute, a bit for each kind of value
    private readonly List<string> _names = [];
    private readonly HashSet<string> _types;
    private readonly Dictionary<string, string?> _attributesLike = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _typesLike = new(StringComparer.Ordinal);

    public GraphVocabulary(TaskGraph graph, AgentRegistry? agents)
    {
        (_literals, _first) = (graph.Literals, new FirstTasks(graph));
        HasAgents = agents is not null;
        _types = new HashSet<string>(agents?.Types ?? [], StringComparer.Ordinal);
        _kinds = new int[_literals.NameCount];
        foreach (var literal in _literals.Literals)
        {
            _kinds[literal.Name] |= 1 << (int)literal.Value.Kind;
            if (literal.Name == _literals.TypeName) _types.Add(literal.Value.ToString());
        }

        for (var name = 0; name < _kinds.Length; name++)
        {
            if (name != _literals.TypeName && _kinds[name] != 0) _names.Add(_literals.NameOf(name));
        }
    }

    public bool HasAgents { get; }

    /// <summary>A bit for each kind of value that an attribute has in some task; 0 when no task has it.</summary>
    public int KindsOf(string attribute) => _literals.FindName(attribute) is >= 0 and var name ? _kinds[name] : 0;

    public bool HasType(string type) => _types.Contains(type);

    /// <summary>The attribute that was probably meant; null when none is near.</summary>
    public string? AttributeLike(string name) => Like(name, _names, _attributesLike);

    /// <summary>The type that was probably meant; null when none is near.</summary>
    public string? TypeLike(string type) => Like(type, _types, _typesLike);

    /// <summary>The first task with an attribute; -1 when there is none.</summary>
    public int FirstTaskWith(string attribute) => _first.WithName(_literals.FindName(attribute));

    /// <summary>The first task of a type; -1 when only agents know it.</summary>
    public int FirstTaskOfType(string type) => _first.WithLiteral(_literals.Find(_literals.TypeName, type));

    private static string? Like(string name, IEnumerable<string> known, Dictionary<string, string?> found)
    {
        if (found.TryGetValue(name, out var meant)) return meant;
        if (found.Count >= MaxSuggestions) return null;
        meant = Suggestion.Nearest(name, known);
        found.Add(name, meant);
        return meant;
    }
}
