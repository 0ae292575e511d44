namespace Halo.Rules;

/// <summary>
/// Turns a long list of terms into nodes: at each step by the kind of test, on one attribute, that leaves fewest
/// terms to look at. Where none helps, the list is grouped by agent.
/// </summary>
/// <remarks>
/// Most keys lead to a handful of rules, which are scanned in order: no structure is faster than a dozen entries side by side.
/// Nodes are for the keys that many rules share.
/// </remarks>
internal sealed class NodeBuilder(ConditionCompiler compiler, RuleVocabulary vocabulary, BucketStore store)
{
    /// <summary>A list that is looked at as fast as a node.</summary>
    public const int ShortList = 12;

    private const int MaxLevels = 4;

    /// <summary>Puts terms, best first, into a bucket.</summary>
    public RankedBucket Build(List<RuleTerm> terms) => Build(terms, 0, mayCopy: true);

    // Ranges and value lists file a rule more than once; only one level of a path may, so that memory stays linear.
    private RankedBucket Build(List<RuleTerm> terms, int level, bool mayCopy)
    {
        if (terms.Count == 0) return RankedBucket.None;
        var best = terms[0].Rank;
        if (store.Fits(terms.Count)) return new RankedBucket(best, Bucket.OfEntries(store.AddRun(terms), terms.Count));
        return new RankedBucket(best, store.AddNode(BuildNode(terms, level, mayCopy)));
    }

    private CandidateNode BuildNode(List<RuleTerm> terms, int level, bool mayCopy)
    {
        if (terms.Count <= ShortList || level == MaxLevels || NodeTest.Best(terms, mayCopy) is not { } test)
        {
            var agents = terms.Select(term => term.Target).Distinct().Count();
            return agents * 2 <= terms.Count ? new GroupNode(terms, store) : new ListNode(store.AddRun(terms), terms.Count, terms[0].Rank);
        }

        return test.Kind switch
        {
            NodeTestKind.Equality => BuildEquality(terms, test.Attribute, level, mayCopy),
            NodeTestKind.Range => BuildRange(terms, test.Attribute, level),
            _ => BuildText(terms, test.Attribute, test.Kind == NodeTestKind.Tail, level, mayCopy),
        };
    }

    private EqualityNode BuildEquality(List<RuleTerm> terms, string attribute, int level, bool mayCopy)
    {
        var slot = vocabulary.AddSlot(attribute);
        var bySymbol = new Dictionary<int, List<RuleTerm>>();
        var rest = new List<RuleTerm>();
        var copied = false;
        foreach (var term in terms)
        {
            var part = NodeTest.Find(term, NodeTestKind.Equality, attribute, mayCopy);
            var symbols = part switch
            {
                EqualsCondition equals => [vocabulary.AddSymbol(slot, equals.Value)],
                InCondition @in => compiler.Symbols(slot, @in.Values).Distinct().ToArray(),
                _ => [],
            };
            copied |= symbols.Length > 1;
            File(term, part, symbols, bySymbol, rest);
        }

        var table = new KeyTable(bySymbol.ToDictionary(pair => (ulong)pair.Key, pair => Build(pair.Value, level + 1, mayCopy && !copied)));
        return new EqualityNode(slot, table, Build(rest, level + 1, mayCopy));
    }

    private RangeNode BuildRange(List<RuleTerm> terms, string attribute, int level)
    {
        var cuts = RangeNode.CutsOf(terms.Select(term => NodeTest.RangeOf(term, attribute)).OfType<RangeCondition>());
        var byCell = new Dictionary<ulong, List<RuleTerm>>();
        var rest = new List<RuleTerm>();
        foreach (var term in terms)
        {
            if (NodeTest.RangeOf(term, attribute) is not { } range)
            {
                rest.Add(term);
                continue;
            }

            // The range stays to be checked: its cells may reach beyond it.
            foreach (var cell in RangeNode.CellsOf(range, cuts)) Append(byCell, cell, term);
        }

        var cells = byCell.ToDictionary(pair => pair.Key, pair => Build(pair.Value, level + 1, mayCopy: false));
        return new RangeNode(vocabulary.AddSlot(attribute), cuts, cells, Build(rest, level + 1, mayCopy: true));
    }

    private TextNode BuildText(List<RuleTerm> terms, string attribute, bool fromEnd, int level, bool mayCopy)
    {
        var kind = fromEnd ? NodeTestKind.Tail : NodeTestKind.Head;
        var byText = new Dictionary<string, List<RuleTerm>>(StringComparer.Ordinal);
        var rest = new List<RuleTerm>();
        foreach (var term in terms)
        {
            var part = NodeTest.Find(term, kind, attribute, mayCopy);
            string[] texts = part is null ? [] : [TextNode.FiledForm(fromEnd ? NodeTest.TailOf(part) : NodeTest.HeadOf(part), fromEnd)];
            File(term, part is PrefixCondition or SuffixCondition && texts[0].Length < TextNode.MaxLength ? part : null, texts, byText, rest);
        }

        var buckets = new SortedDictionary<string, RankedBucket>(StringComparer.Ordinal);
        foreach (var (text, list) in byText) buckets.Add(text, Build(list, level + 1, mayCopy));
        return new TextNode(vocabulary.AddSlot(attribute), fromEnd, buckets, Build(rest, level + 1, mayCopy));
    }

    private static void File<TKey>(RuleTerm term, Condition? decided, TKey[] keys, Dictionary<TKey, List<RuleTerm>> byKey, List<RuleTerm> rest)
        where TKey : notnull
    {
        if (keys.Length == 0)
        {
            rest.Add(term);
            return;
        }

        var filed = term.Without(decided);
        foreach (var key in keys) Append(byKey, key, filed);
    }

    private static void Append<TKey>(Dictionary<TKey, List<RuleTerm>> byKey, TKey key, RuleTerm term)
        where TKey : notnull
    {
        if (byKey.TryGetValue(key, out var list)) list.Add(term);
        else byKey.Add(key, [term]);
    }
}
