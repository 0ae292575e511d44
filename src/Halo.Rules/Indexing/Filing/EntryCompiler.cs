namespace Halo.Rules;

/// <summary>Turns candidates into the entries that a search meets, and keeps the matchers of what does not fit into one.</summary>
internal sealed class EntryCompiler(ConditionCompiler compiler, RuleVocabulary vocabulary)
{
    private readonly List<ConditionMatcher> _matchers = [];

    /// <summary>The matchers by number, less one.</summary>
    public ConditionMatcher[] ToMatchers() => [.. _matchers];

    /// <summary>What is left to check of a rule.</summary>
    /// <param name="parts">The conditions that must all hold.</param>
    public RuleCheck Compile(IReadOnlyList<Condition> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (CheckOf(parts[i], out var isExact) is not { } check) continue;
            var at = i;
            var rest = isExact ? parts.Where((_, other) => other != at).ToList() : parts;
            return rest.Count == 0 ? check : check.Then(Add(rest));
        }

        return parts.Count == 0 ? default : default(RuleCheck).Then(Add(parts));
    }

    private int Add(IReadOnlyList<Condition> parts)
    {
        _matchers.Add(compiler.Compile(new AllCondition(parts)));
        return _matchers.Count;
    }

    private RuleCheck? CheckOf(Condition part, out bool isExact)
    {
        isExact = true;
        switch (part)
        {
            case EqualsCondition equals: return RuleCheck.Symbol(Slot(equals), Symbol(equals));
            case NotCondition { Part: EqualsCondition equals }: return RuleCheck.OtherSymbol(Slot(equals), Symbol(equals));
            case InCondition @in: return RuleCheck.Symbols(Slot(@in), compiler.Symbols(Slot(@in), @in.Values));
            case RangeCondition range:
                var within = RuleCheck.Range(Slot(range), range.Low, range.High, out isExact);
                isExact &= range.Smallest.Above == 0 && range.Largest.Above == 0;
                return within;
            case PrefixCondition prefix: return RuleCheck.Head(Slot(prefix), prefix.Prefix, out isExact);
            case GlobCondition glob:
                var head = RuleCheck.Head(Slot(glob), glob.Parsed.LiteralHead, out _);
                isExact = false;
                return head;
            default: return null;
        }
    }

    private int Slot(AttributeCondition test) => vocabulary.AddSlot(test.Attribute);

    private int Symbol(EqualsCondition equals) => vocabulary.AddSymbol(Slot(equals), equals.Value);
}
