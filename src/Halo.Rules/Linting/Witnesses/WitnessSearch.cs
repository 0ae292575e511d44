namespace Halo.Rules;

/// <summary>
/// Looks for a task that satisfies some conditions at once, among a few values for each attribute: those that the
/// conditions name and their neighbors. What it finds is verified; that it finds nothing proves nothing.
/// </summary>
internal sealed class WitnessSearch
{
    private const int MaxSteps = 2_000;
    private const int MaxOpenAttributes = 32;

    private readonly OrderedDictionary<string, TestsOfOneAttribute> _tests = new(StringComparer.Ordinal);
    private readonly List<Condition> _open = []; // alternatives and the like, which several attributes may decide
    private readonly Dictionary<string, AttributeValue> _chosen = new(StringComparer.Ordinal);
    private int _steps = MaxSteps;

    /// <summary>The attributes of a task that satisfies every condition, its type first; null when none was found.</summary>
    public static IReadOnlyDictionary<string, AttributeValue>? Find(params ReadOnlySpan<Condition> conditions)
    {
        var search = new WitnessSearch();
        foreach (var condition in conditions) search.Require(condition, holds: true);
        if (search.Find() is not { } witness) return null;
        foreach (var condition in conditions)
        {
            if (!ValueTest.Holds(condition, name => witness.GetValueOrDefault(name))) return null;
        }

        return witness;
    }

    private void Require(Condition condition, bool holds)
    {
        switch (condition)
        {
            case NotCondition not: Require(not.Part, !holds); break;
            case AllCondition all when holds || all.Parts.Count == 1: RequireEach(all.Parts, holds); break;
            case AnyCondition any when !holds || any.Parts.Count == 1: RequireEach(any.Parts, holds); break;
            case AttributeCondition test when holds: TestsOf(test).Required.Add(test); break;
            case AttributeCondition test: TestsOf(test).Refused.Add(test); break;
            default:
                _open.Add(holds ? condition : new NotCondition(condition));
                Mention(condition);
                break;
        }
    }

    private void RequireEach(IReadOnlyList<Condition> parts, bool holds)
    {
        foreach (var part in parts) Require(part, holds);
    }

    private void Mention(Condition condition)
    {
        switch (condition)
        {
            case NotCondition not: Mention(not.Part); break;
            case AllCondition all:
                foreach (var part in all.Parts) Mention(part);
                break;
            case AnyCondition any:
                foreach (var part in any.Parts) Mention(part);
                break;
            case AttributeCondition test: TestsOf(test).Optional.Add(test); break;
        }
    }

    private TestsOfOneAttribute TestsOf(AttributeCondition test)
    {
        if (!_tests.TryGetValue(test.Attribute, out var tests)) _tests.Add(test.Attribute, tests = new TestsOfOneAttribute());
        return tests;
    }

    private OrderedDictionary<string, AttributeValue>? Find()
    {
        var open = new List<(string Attribute, List<AttributeValue> Values)>();
        foreach (var (attribute, tests) in _tests)
        {
            var values = CandidateValues.Of(attribute, tests);
            if (values.Count == 0) return null;
            if (tests.Optional.Count == 0) _chosen[attribute] = values[0];
            else open.Add((attribute, values));
        }

        if (open.Count > MaxOpenAttributes || !Choose(open, 0)) return null;
        var witness = new OrderedDictionary<string, AttributeValue>(StringComparer.Ordinal);
        if (_chosen.TryGetValue(Condition.TypeAttribute, out var type) && type.Kind != AttributeKind.None) witness.Add(Condition.TypeAttribute, type);
        foreach (var attribute in _tests.Keys)
        {
            if (_chosen[attribute].Kind != AttributeKind.None) witness.TryAdd(attribute, _chosen[attribute]);
        }

        return witness;
    }

    // Attribute after attribute, turning back as soon as a condition has become false.
    private bool Choose(List<(string Attribute, List<AttributeValue> Values)> open, int at)
    {
        if (at == open.Count) return _open.TrueForAll(condition => PartialTruth.Of(condition, _chosen) == true);
        foreach (var value in open[at].Values)
        {
            if (--_steps < 0) return false;
            _chosen[open[at].Attribute] = value;
            if (_open.TrueForAll(condition => PartialTruth.Of(condition, _chosen) != false) && Choose(open, at + 1)) return true;
        }

        _chosen.Remove(open[at].Attribute);
        return false;
    }
}
