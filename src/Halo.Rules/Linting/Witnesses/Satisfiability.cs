using System.Collections.ObjectModel;

namespace Halo.Rules;

/// <summary>
/// Whether a condition can hold at all. It tries the alternatives of a condition one after another, and each against the
/// tests of one attribute at a time. Sound: what it calls impossible is; where its effort ends it says nothing.
/// </summary>
internal sealed class Satisfiability
{
    private const int MaxChoices = 64; // choices inside of one another, which cost stack

    private readonly Effort _effort;
    private readonly List<(AttributeCondition Test, bool Holds)> _tests = [];
    private ImpossibleTests? _conflict;

    private Satisfiability(Effort effort) => _effort = effort;

    /// <summary>Why a condition can never hold; null when it can, or when that was not found out.</summary>
    public static ImpossibleTests? Refute(Condition condition, Effort effort)
    {
        var search = new Satisfiability(effort);
        return search.CanHold([(condition, true)], 0) ? null : search._conflict ?? ImpossibleTests.EmptyAlternatives;
    }

    private bool CanHold(List<(Condition Condition, bool Holds)> demands, int choices)
    {
        var known = _tests.Count;
        var open = new List<(Condition Condition, bool Holds)>();
        Spread(demands, open);
        if (!_effort.TrySpend(1 + demands.Count) || choices > MaxChoices) return true;
        var possible = !HasConflict() && CanHoldOneOf(open, choices);
        _tests.RemoveRange(known, _tests.Count - known);
        return possible;
    }

    // The first choice is made here, the others further down.
    private bool CanHoldOneOf(List<(Condition Condition, bool Holds)> open, int choices)
    {
        if (open.Count == 0) return true;
        var (choice, holds) = open[0];
        foreach (var part in choice is AnyCondition any ? any.Parts : ((AllCondition)choice).Parts)
        {
            if (CanHold([(part, holds), .. open.Skip(1)], choices + 1)) return true;
        }

        return false;
    }

    /// <summary>Takes apart what has to hold as a whole: tests are kept, choices are left open.</summary>
    private void Spread(List<(Condition Condition, bool Holds)> demands, List<(Condition Condition, bool Holds)> open)
    {
        var pending = new Stack<(Condition Condition, bool Holds)>(Enumerable.Reverse(demands));
        while (pending.TryPop(out var demand))
        {
            var (condition, holds) = demand;
            switch (condition)
            {
                case NotCondition not: pending.Push((not.Part, !holds)); break;
                case AllCondition all when holds: PushEach(all.Parts); break;
                case AnyCondition any when !holds: PushEach(any.Parts); break;
                case AttributeCondition test: _tests.Add((test, holds)); break;
                default: open.Add(demand); break;
            }

            void PushEach(IReadOnlyList<Condition> parts)
            {
                for (var i = parts.Count - 1; i >= 0; i--) pending.Push((parts[i], holds));
            }
        }
    }

    private bool HasConflict()
    {
        var byAttribute = new OrderedDictionary<string, TestsOfOneAttribute>(StringComparer.Ordinal);
        foreach (var (test, holds) in _tests)
        {
            if (!byAttribute.TryGetValue(test.Attribute, out var tests)) byAttribute.Add(test.Attribute, tests = new TestsOfOneAttribute());
            (holds ? tests.Required : tests.Refused).Add(test);
        }

        foreach (var (attribute, tests) in byAttribute)
        {
            if (!_effort.TrySpend(_tests.Count)) return false;
            if (!ValueConflict.Exists(attribute, tests, _effort)) continue;
            var refused = tests.Refused.Select(test => (Condition)new NotCondition(test));
            _conflict ??= new ImpossibleTests(attribute, [.. tests.Required, .. refused]);
            return true;
        }

        return false;
    }
}

/// <summary>Tests that no value of an attribute passes together.</summary>
/// <param name="Attribute">The attribute; null where there is no test, but an empty list of alternatives.</param>
/// <param name="Tests">The tests.</param>
internal sealed record ImpossibleTests(string? Attribute, IReadOnlyList<Condition> Tests)
{
    private const int Shown = 4;

    /// <summary>There was nothing to choose from: an empty 'any', or 'not' of an empty 'all'.</summary>
    public static ImpossibleTests EmptyAlternatives { get; } = new(null, []);

    /// <summary>Why they are impossible, to follow a colon.</summary>
    public string Reason
    {
        get
        {
            if (Attribute is null) return "an empty 'any' never holds, and an empty 'all' or {} always does";
            var tests = string.Join(" and ", Tests.Take(Shown).Select(test => ShortenedText.OfName(ConditionText.Render(test))));
            return $"no value of '{Attribute}' passes {tests}{(Tests.Count > Shown ? " and more" : "")}";
        }
    }

    /// <summary>A task that passes the first of the tests, and so not all; empty where there is none.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Witness() =>
        (Tests.Count == 0 ? null : WitnessSearch.Find(Tests[0])) ?? ReadOnlyDictionary<string, AttributeValue>.Empty;
}
