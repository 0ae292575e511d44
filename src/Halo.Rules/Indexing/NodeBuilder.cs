namespace Halo.Rules;

/// <summary>
/// Turns a long list of candidates into nodes: at each step by the kind of test, on one attribute, that leaves fewest
/// candidates to look at. Where none helps, the list is grouped by agent.
/// </summary>
internal sealed class NodeBuilder(ConditionCompiler compiler, RuleVocabulary vocabulary)
{
    /// <summary>A list that is looked at as fast as a node.</summary>
    public const int ShortList = 12;

    private const int MaxLevels = 4;
    private const double WorthIt = 0.7;
    private const int MaxSymbols = 8; // an "in" of more values is left to be checked

    private enum Kind
    {
        Equality,
        Range,
        Head,
        Tail,
    }

    public CandidateNode Build(List<Candidate> candidates) => Build(candidates, 0, mayCopy: true);

    // Ranges and value lists file a rule more than once; only one level of a path may, so that memory stays linear.
    private CandidateNode Build(List<Candidate> candidates, int level, bool mayCopy)
    {
        if (candidates.Count <= ShortList) return new ListNode([.. candidates.Select(candidate => candidate.ToEntry(compiler))]);
        if (level == MaxLevels || BestTest(candidates, mayCopy) is not { } test)
        {
            var agents = candidates.Select(candidate => candidate.Target).Distinct().Count();
            var entries = candidates.Select(candidate => candidate.ToEntry(compiler));
            return agents * 2 <= candidates.Count ? new GroupNode(entries) : new ListNode([.. entries]);
        }

        return test.Kind switch
        {
            Kind.Equality => BuildEquality(candidates, test.Attribute, level, mayCopy),
            Kind.Range => BuildRange(candidates, test.Attribute, level),
            _ => BuildText(candidates, test.Attribute, test.Kind == Kind.Tail, level, mayCopy),
        };
    }

    /// <summary>The test that leaves fewest candidates on average: those without it, and an equal share of those with it.</summary>
    private static (Kind Kind, string Attribute)? BestTest(List<Candidate> candidates, bool mayCopy)
    {
        var seen = new Dictionary<(Kind, string), (int Rules, HashSet<object> Keys)>();
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

        (Kind, string)? best = null;
        var fewest = candidates.Count * WorthIt;
        foreach (var (id, entry) in seen)
        {
            var share = id.Item1 == Kind.Range ? RangeShare(candidates, id.Item2) : 1.0 / entry.Keys.Count;
            var left = candidates.Count - entry.Rules + (entry.Rules * share);
            if (left < fewest) (best, fewest) = (id, left);
        }

        return best;
    }

    private static (Kind Kind, object Value)? KeyOf(AttributeCondition test, bool mayCopy) => test switch
    {
        EqualsCondition equals => (Kind.Equality, equals.Value),
        InCondition { Values.Count: <= MaxSymbols } @in when mayCopy => (Kind.Equality, @in.Values[0]),
        RangeCondition range when mayCopy => (Kind.Range, range.Low),
        PrefixCondition or GlobCondition when HeadOf(test) is { Length: > 0 } head => (Kind.Head, head),
        SuffixCondition or GlobCondition when TailOf(test) is { Length: > 0 } tail => (Kind.Tail, tail),
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

    private EqualityNode BuildEquality(List<Candidate> candidates, string attribute, int level, bool mayCopy)
    {
        var slot = vocabulary.AddSlot(attribute);
        var bySymbol = new Dictionary<int, List<Candidate>>();
        var rest = new List<Candidate>();
        var copied = false;
        foreach (var candidate in candidates)
        {
            var part = Find(candidate, attribute, test => KeyOf(test, mayCopy) is { Kind: Kind.Equality });
            var symbols = part switch
            {
                EqualsCondition equals => [vocabulary.AddSymbol(slot, equals.Value)],
                InCondition @in => compiler.Symbols(slot, @in.Values).Distinct().ToArray(),
                _ => [],
            };
            copied |= symbols.Length > 1;
            File(candidate, part, symbols, bySymbol, rest);
        }

        return new EqualityNode(slot, bySymbol.ToDictionary(pair => (long)pair.Key, pair => Build(pair.Value, level + 1, mayCopy && !copied)), BuildRest(rest, level, mayCopy));
    }

    private RangeNode BuildRange(List<Candidate> candidates, string attribute, int level)
    {
        var cuts = RangeNode.CutsOf(candidates.Select(candidate => RangeOf(candidate, attribute)).OfType<RangeCondition>());
        var byCell = new Dictionary<long, List<Candidate>>();
        var rest = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            if (RangeOf(candidate, attribute) is not { } range)
            {
                rest.Add(candidate);
                continue;
            }

            // The range stays to be checked: its cells may reach beyond it.
            foreach (var cell in RangeNode.CellsOf(range, cuts)) Append(byCell, cell, candidate);
        }

        return new RangeNode(
            vocabulary.AddSlot(attribute), cuts, byCell.ToDictionary(pair => pair.Key, pair => Build(pair.Value, level + 1, mayCopy: false)), BuildRest(rest, level, mayCopy: true));
    }

    private TextNode BuildText(List<Candidate> candidates, string attribute, bool fromEnd, int level, bool mayCopy)
    {
        var kind = fromEnd ? Kind.Tail : Kind.Head;
        var byText = new Dictionary<string, List<Candidate>>(StringComparer.Ordinal);
        var rest = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            var part = Find(candidate, attribute, test => KeyOf(test, mayCopy)?.Kind == kind);
            string[] texts = part is null ? [] : [TextNode.FiledForm(fromEnd ? TailOf(part) : HeadOf(part), fromEnd)];
            File(candidate, part is PrefixCondition or SuffixCondition && texts[0].Length < TextNode.MaxLength ? part : null, texts, byText, rest);
        }

        var nodes = new SortedDictionary<string, CandidateNode>(StringComparer.Ordinal);
        foreach (var (text, list) in byText) nodes.Add(text, Build(list, level + 1, mayCopy));
        return new TextNode(vocabulary.AddSlot(attribute), fromEnd, nodes, BuildRest(rest, level, mayCopy));
    }

    private CandidateNode? BuildRest(List<Candidate> rest, int level, bool mayCopy) => rest.Count == 0 ? null : Build(rest, level + 1, mayCopy);

    private static void File<TKey>(Candidate candidate, Condition? decided, TKey[] keys, Dictionary<TKey, List<Candidate>> byKey, List<Candidate> rest)
        where TKey : notnull
    {
        if (keys.Length == 0)
        {
            rest.Add(candidate);
            return;
        }

        var filed = candidate.Without(decided);
        foreach (var key in keys) Append(byKey, key, filed);
    }

    private static void Append<TKey>(Dictionary<TKey, List<Candidate>> byKey, TKey key, Candidate candidate)
        where TKey : notnull
    {
        if (byKey.TryGetValue(key, out var list)) list.Add(candidate);
        else byKey.Add(key, [candidate]);
    }

    private static RangeCondition? RangeOf(Candidate candidate, string attribute) => Find(candidate, attribute, test => test is RangeCondition) as RangeCondition;

    private static AttributeCondition? Find(Candidate candidate, string attribute, Func<AttributeCondition, bool> wanted)
    {
        foreach (var part in candidate.Rest)
        {
            if (part is AttributeCondition test && test.Attribute == attribute && wanted(test)) return test;
        }

        return null;
    }

    private static string HeadOf(AttributeCondition test) => test switch
    {
        PrefixCondition prefix => prefix.Prefix,
        GlobCondition glob => glob.Parsed.LiteralHead,
        _ => "",
    };

    private static string TailOf(AttributeCondition test) => test switch
    {
        SuffixCondition suffix => suffix.Suffix,
        GlobCondition glob => glob.Parsed.LiteralTail,
        _ => "",
    };
}
