namespace Halo.Rules;

/// <summary>By what terms can be filed.</summary>
internal enum NodeTestKind
{
    Equality,
    Range,
    Head,
    Tail,
}

/// <summary>A way to file terms: by one kind of test on one attribute.</summary>
internal readonly record struct NodeTest(NodeTestKind Kind, string Attribute)
{
    private const double WorthIt = 0.7;
    private const int MaxSymbols = 8; // an "in" of more values is left to be checked

    /// <summary>The test that leaves fewest terms on average: those without it, and an equal share of those with it.</summary>
    /// <remarks>
    /// A greedy choice, as in decision trees: the best tree is not worth searching for, because a node that halves what is left is
    /// nearly as good as the best one, and a test that leaves more than <see cref="WorthIt"/> of it costs more than it saves.
    /// </remarks>
    public static NodeTest? Best(List<RuleTerm> terms, bool mayCopy)
    {
        var seen = new Dictionary<(NodeTestKind Kind, string Attribute), (int Rules, HashSet<object> Keys)>();
        foreach (var term in terms)
        {
            foreach (var part in term.Rest)
            {
                if (part is not AttributeCondition test || KeyOf(test, mayCopy) is not { } key) continue;
                var id = (key.Kind, test.Attribute);
                var entry = seen.TryGetValue(id, out var known) ? known : (0, []);
                entry.Keys.Add(key.Value);
                seen[id] = (entry.Rules + 1, entry.Keys);
            }
        }

        NodeTest? best = null;
        var fewest = terms.Count * WorthIt;
        foreach (var (id, entry) in seen)
        {
            var share = id.Kind == NodeTestKind.Range ? RangeShare(terms, id.Attribute) : 1.0 / entry.Keys.Count;
            var left = terms.Count - entry.Rules + (entry.Rules * share);
            if (left < fewest) (best, fewest) = (new NodeTest(id.Kind, id.Attribute), left);
        }

        return best;
    }

    /// <summary>A term's range of an attribute; null when it has none.</summary>
    public static RangeCondition? RangeOf(RuleTerm term, string attribute) => Find(term, NodeTestKind.Range, attribute, mayCopy: true) as RangeCondition;

    /// <summary>A term's part that can be filed by a kind of test on an attribute; null when it has none.</summary>
    public static AttributeCondition? Find(RuleTerm term, NodeTestKind kind, string attribute, bool mayCopy)
    {
        foreach (var part in term.Rest)
        {
            if (part is AttributeCondition test && test.Attribute == attribute && KeyOf(test, mayCopy)?.Kind == kind) return test;
        }

        return null;
    }

    /// <summary>What a text must begin with.</summary>
    public static string HeadOf(AttributeCondition test) => test switch
    {
        PrefixCondition prefix => prefix.Prefix,
        GlobCondition glob => glob.Parsed.LiteralHead,
        _ => "",
    };

    /// <summary>What a text must end with.</summary>
    public static string TailOf(AttributeCondition test) => test switch
    {
        SuffixCondition suffix => suffix.Suffix,
        GlobCondition glob => glob.Parsed.LiteralTail,
        _ => "",
    };

    private static (NodeTestKind Kind, object Value)? KeyOf(AttributeCondition test, bool mayCopy) => test switch
    {
        EqualsCondition equals => (NodeTestKind.Equality, equals.Value),
        InCondition { Values.Count: <= MaxSymbols } @in when mayCopy => (NodeTestKind.Equality, @in.Values[0]),
        RangeCondition range when mayCopy => (NodeTestKind.Range, KeyedHash.Of(range.Low)),
        PrefixCondition or GlobCondition when HeadOf(test) is { Length: > 0 } head => (NodeTestKind.Head, head),
        SuffixCondition or GlobCondition when TailOf(test) is { Length: > 0 } tail => (NodeTestKind.Tail, tail),
        _ => null,
    };

    /// <summary>What share of the ranges an average number lies in, about half as much again for cells that reach beyond their range.</summary>
    private static double RangeShare(List<RuleTerm> terms, string attribute)
    {
        var ranges = terms.Select(term => RangeOf(term, attribute)).OfType<RangeCondition>().ToList();
        var cuts = RangeNode.CutsOf(ranges);
        var places = ranges.Sum(range => Array.BinarySearch(cuts, range.High) - Array.BinarySearch(cuts, range.Low) + 1.0);
        return Math.Min(1, 1.5 * places / cuts.Length / ranges.Count);
    }
}
