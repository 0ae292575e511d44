using System.Text.RegularExpressions;

namespace Halo.Rules;

/// <summary>Compiles conditions against one vocabulary, which grows by what they test. Equal patterns share one expression.</summary>
internal sealed class ConditionCompiler(RuleVocabulary vocabulary)
{
    private readonly Dictionary<string, Lazy<Regex>> _regexes = new(StringComparer.Ordinal);

    public ConditionMatcher Compile(Condition condition) => condition switch
    {
        AllCondition { Parts: [var only] } => Compile(only),
        AnyCondition { Parts: [var only] } => Compile(only),
        AllCondition all => new AllMatcher([.. all.Parts.Select(Compile)]),
        AnyCondition any => new AnyMatcher([.. any.Parts.Select(Compile)]),
        NotCondition not => new NotMatcher(Compile(not.Part)),
        AttributeCondition test => Compile(test, vocabulary.AddSlot(test.Attribute)),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };

    /// <summary>Adds all that a condition tests to the vocabulary, so that nothing compiled later makes it grow.</summary>
    public void Declare(Condition condition)
    {
        switch (condition)
        {
            case AllCondition all:
                foreach (var part in all.Parts) Declare(part);
                break;
            case AnyCondition any:
                foreach (var part in any.Parts) Declare(part);
                break;
            case NotCondition not: Declare(not.Part); break;
            case EqualsCondition equals: vocabulary.AddSymbol(vocabulary.AddSlot(equals.Attribute), equals.Value); break;
            case InCondition @in: Symbols(vocabulary.AddSlot(@in.Attribute), @in.Values); break;
            case AttributeCondition test: vocabulary.AddSlot(test.Attribute); break;
        }
    }

    /// <summary>The parts that must all hold, without nested conjunctions.</summary>
    public static IEnumerable<Condition> Conjuncts(Condition condition) =>
        condition is AllCondition all ? all.Parts.SelectMany(Conjuncts) : [condition];

    /// <summary>The symbols of the values that a list names, in its slot.</summary>
    public int[] Symbols(int slot, IReadOnlyList<AttributeValue> values)
    {
        var symbols = new int[values.Count];
        for (var i = 0; i < symbols.Length; i++) symbols[i] = vocabulary.AddSymbol(slot, values[i]);
        return symbols;
    }

    private ConditionMatcher Compile(AttributeCondition test, int slot) => test switch
    {
        ExistsCondition => new ExistsMatcher(slot),
        EqualsCondition equals => new SymbolMatcher(slot, vocabulary.AddSymbol(slot, equals.Value)),
        InCondition @in => new SymbolSetMatcher(slot, Symbols(slot, @in.Values)),
        RangeCondition range => new RangeMatcher(slot, range),
        PrefixCondition prefix => new PrefixMatcher(slot, prefix.Prefix),
        SuffixCondition suffix => new SuffixMatcher(slot, suffix.Suffix),
        GlobCondition glob => new GlobMatcher(slot, glob.Parsed),
        RegexCondition regex => new RegexMatcher(slot, Shared(regex)),
        _ => throw new InvalidOperationException($"Unknown condition {test.GetType().Name}."),
    };

    private Lazy<Regex> Shared(RegexCondition regex)
    {
        if (_regexes.TryGetValue(regex.Pattern, out var shared)) return shared;
        shared = new Lazy<Regex>(() => regex.Compiled);
        _regexes.Add(regex.Pattern, shared);
        return shared;
    }
}
