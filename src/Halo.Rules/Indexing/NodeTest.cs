namespace Halo.Rules;

/// <summary>By what candidates can be filed.</summary>
internal enum NodeTestKind
{
    Equality,
    Range,
    Head,
    Tail,
}

/// <summary>A way to file candidates: by one kind of test on one attribute.</summary>
internal readonly record struct NodeTest(NodeTestKind Kind, string Attribute)
{
    private const double WorthIt = 0.7;
    private const int MaxSymbols = 8; // an "in" of more values is left to be checked

    /// <summary>The test that leaves fewest candidates on average: those without it, and an equal share of those with it.</summary>
    public static NodeTest? Best(List<Candidate> candidates, bool mayCopy)
    {
        var seen = new Dictionary<(NodeTestKind Kind, string Attribute), (int Rules, HashSet<object> Keys)>();
        foreach (var candidate in candidates)
        {
            foreach (var part in candidate.Rest)
            {
                if (part is not AttributeCondition test || KeyOf(test, mayCopy) is not { } key) continue;
                var id = (key.Kind, test.Attribute);
                var entry = seen.TryGetValue(id, out var known) ? known : (0, []);
                entry.Keys.Add(key.Value);
                seen[id] = (entry.Rules + 1, entry.Keys);
            }
        }

        NodeTest? best = null;
        var fewest = candidates.Count * WorthIt;
        foreach (var (id, entry) in seen)
        {
            var share = id.Kind == NodeTestKind.Range ? RangeShare(candidates, id.Attribute) : 1.0 / entry.Keys.Count;
            var left = candidates.Count - entry.Rules + (entry.Rules * share);
            if (left < fewest) (best, fewest) = (new NodeTest(id.Kind, id.Attribute), left);
        }

        return best;
    }

    /// <summary>A candidate's range of an attribute; null when it has none.</summary>
    public static RangeCondition? RangeOf(Candidate candidate, string attribute) => Find(candidate, NodeTestKind.Range, attribute, mayCopy: true) as RangeCondition;

    /// <summary>A candidate's part that can be filed by a kind of test on an attribute; null when it has none.</summary>
    public static AttributeCondition? Find(Candidate candidate, NodeTestKind kind, string attribute, bool mayCopy)
    {
        foreach (var part in candidate.Rest)
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
    private static double RangeShare(List<Candidate> candidates, string attribute)
    {
        var ranges = candidates.Select(candidate => RangeOf(candidate, attribute)).OfType<RangeCondition>().ToList();
        var cuts = RangeNode.CutsOf(ranges);
        var places = ranges.Sum(range => Array.BinarySearch(cuts, range.High) - Array.BinarySearch(cuts, range.Low) + 1.0);
        return Math.Min(1, 1.5 * places / cuts.Length / ranges.Count);
    }
}
