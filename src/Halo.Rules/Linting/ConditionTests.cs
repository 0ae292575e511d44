namespace Halo.Rules;

/// <summary>The single tests that a condition consists of.</summary>
public static class ConditionTests
{
    /// <summary>Each test, and whether it is negated. O(tests).</summary>
    /// <param name="condition">The condition.</param>
    public static IEnumerable<(AttributeCondition Test, bool IsNegated)> Of(Condition condition)
    {
        var pending = new Stack<(Condition Condition, bool IsNegated)>();
        pending.Push((condition, false));
        while (pending.TryPop(out var next))
        {
            switch (next.Condition)
            {
                case AttributeCondition test: yield return (test, next.IsNegated); break;
                case NotCondition not: pending.Push((not.Part, !next.IsNegated)); break;
                case AllCondition all: PushEach(all.Parts); break;
                case AnyCondition any: PushEach(any.Parts); break;
            }

            void PushEach(IReadOnlyList<Condition> parts)
            {
                for (var i = parts.Count - 1; i >= 0; i--) pending.Push((parts[i], next.IsNegated));
            }
        }
    }
}
