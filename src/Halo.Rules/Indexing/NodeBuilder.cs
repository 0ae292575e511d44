namespace Halo.Rules;

/// <summary>
/// Turns a long list of candidates into nodes: at each step by the kind of test, on one attribute, that leaves fewest
/// candidates to look at. Where none helps, the list is grouped by agent.
/// </summary>
internal sealed class NodeBuilder(ConditionCompiler compiler, RuleVocabulary vocabulary, BucketStore store)
{
    /// <summary>A list that is looked at as fast as a node.</summary>
    public const int ShortList = 12;

    private const int MaxLevels = 4;

    /// <summary>Puts candidates, best first, into a bucket.</summary>
    public Bucket Build(List<Candidate> candidates) => Build(candidates, 0, mayCopy: true).Bucket;

    // Ranges and value lists file a rule more than once; only one level of a path may, so that memory stays linear.
    private RankedBucket Build(List<Candidate> candidates, int level, bool mayCopy)
    {
        if (candidates.Count == 0) return RankedBucket.None;
        var best = candidates[0].Rank;
        if (store.Fits(candidates.Count)) return new RankedBucket(best, Bucket.OfEntries(store.AddRun(candidates), candidates.Count));
        return new RankedBucket(best, store.AddNode(BuildNode(candidates, level, mayCopy)));
    }

    private CandidateNode BuildNode(List<Candidate> candidates, int level, bool mayCopy)
    {
        if (candidates.Count <= ShortList || level == MaxLevels || NodeTest.Best(candidates, mayCopy) is not { } test)
        {
            var agents = candidates.Select(candidate => candidate.Target).Distinct().Count();
            return agents * 2 <= candidates.Count ? new GroupNode(candidates, store) : new ListNode(store.AddRun(candidates), candidates.Count, candidates[0].Rank);
        }

        return test.Kind switch
        {
            NodeTestKind.Equality => BuildEquality(candidates, test.Attribute, level, mayCopy),
            NodeTestKind.Range => BuildRange(candidates, test.Attribute, level),
            _ => BuildText(candidates, test.Attribute, test.Kind == NodeTestKind.Tail, level, mayCopy),
        };
    }

    private EqualityNode BuildEquality(List<Candidate> candidates, string attribute, int level, bool mayCopy)
    {
        var slot = vocabulary.AddSlot(attribute);
        var bySymbol = new Dictionary<int, List<Candidate>>();
        var rest = new List<Candidate>();
        var copied = false;
        foreach (var candidate in candidates)
        {
            var part = NodeTest.Find(candidate, NodeTestKind.Equality, attribute, mayCopy);
            var symbols = part switch
            {
                EqualsCondition equals => [vocabulary.AddSymbol(slot, equals.Value)],
                InCondition @in => compiler.Symbols(slot, @in.Values).Distinct().ToArray(),
                _ => [],
            };
            copied |= symbols.Length > 1;
            File(candidate, part, symbols, bySymbol, rest);
        }

        var table = new KeyTable(bySymbol.ToDictionary(pair => (ulong)pair.Key, pair => Build(pair.Value, level + 1, mayCopy && !copied)));
        return new EqualityNode(slot, table, Build(rest, level + 1, mayCopy));
    }

    private RangeNode BuildRange(List<Candidate> candidates, string attribute, int level)
    {
        var cuts = RangeNode.CutsOf(candidates.Select(candidate => NodeTest.RangeOf(candidate, attribute)).OfType<RangeCondition>());
        var byCell = new Dictionary<ulong, List<Candidate>>();
        var rest = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            if (NodeTest.RangeOf(candidate, attribute) is not { } range)
            {
                rest.Add(candidate);
                continue;
            }

            // The range stays to be checked: its cells may reach beyond it.
            foreach (var cell in RangeNode.CellsOf(range, cuts)) Append(byCell, cell, candidate);
        }

        var cells = byCell.ToDictionary(pair => pair.Key, pair => Build(pair.Value, level + 1, mayCopy: false));
        return new RangeNode(vocabulary.AddSlot(attribute), cuts, cells, Build(rest, level + 1, mayCopy: true));
    }

    private TextNode BuildText(List<Candidate> candidates, string attribute, bool fromEnd, int level, bool mayCopy)
    {
        var kind = fromEnd ? NodeTestKind.Tail : NodeTestKind.Head;
        var byText = new Dictionary<string, List<Candidate>>(StringComparer.Ordinal);
        var rest = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            var part = NodeTest.Find(candidate, kind, attribute, mayCopy);
            string[] texts = part is null ? [] : [TextNode.FiledForm(fromEnd ? NodeTest.TailOf(part) : NodeTest.HeadOf(part), fromEnd)];
            File(candidate, part is PrefixCondition or SuffixCondition && texts[0].Length < TextNode.MaxLength ? part : null, texts, byText, rest);
        }

        var buckets = new SortedDictionary<string, RankedBucket>(StringComparer.Ordinal);
        foreach (var (text, list) in byText) buckets.Add(text, Build(list, level + 1, mayCopy));
        return new TextNode(vocabulary.AddSlot(attribute), fromEnd, buckets, Build(rest, level + 1, mayCopy));
    }

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
}
