using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>
/// What a rule asks of a task's attributes: an immutable tree of tests. A test of an absent attribute is false,
/// so <see cref="NotCondition"/> of it is true. The task's type is the attribute named <see cref="TypeAttribute"/>.
/// </summary>
/// <remarks>Create conditions with <see cref="When"/>, or read them from a rule file.</remarks>
[JsonConverter(typeof(ConditionConverter))]
public abstract record Condition
{
    /// <summary>The name under which a task's type is tested.</summary>
    public const string TypeAttribute = "type";

    /// <summary>The deepest nesting of <c>all</c>, <c>any</c> and <c>not</c> that a rule may have.</summary>
    public const int MaxDepth = 32;

    /// <summary>The condition that holds for every task.</summary>
    public static Condition Always { get; } = new AllCondition([]);

    /// <summary>How many levels the tree has; a single test has one.</summary>
    public int Depth { get; private protected init; } = 1;

    /// <summary>Both conditions.</summary>
    public static Condition operator &(Condition left, Condition right) => new AllCondition([left, right]);

    /// <summary>Either condition.</summary>
    public static Condition operator |(Condition left, Condition right) => new AnyCondition([left, right]);

    /// <summary>The opposite condition.</summary>
    public static Condition operator !(Condition condition) => new NotCondition(condition);

    /// <summary>Both conditions: the named form of <c>&amp;</c>.</summary>
    public static Condition BitwiseAnd(Condition left, Condition right) => left & right;

    /// <summary>Either condition: the named form of <c>|</c>.</summary>
    public static Condition BitwiseOr(Condition left, Condition right) => left | right;

    /// <summary>The opposite condition: the named form of <c>!</c>.</summary>
    public static Condition LogicalNot(Condition condition) => !condition;
}
