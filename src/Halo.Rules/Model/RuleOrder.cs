namespace Halo.Rules;

/// <summary>
/// The total order of rules in one number: priority descending in the upper half, declaration in the lower. The smaller
/// key is the better rule. A rule added later gets the next number, so that no other rule's key changes.
/// </summary>
internal static class RuleOrder
{
    /// <summary>Before every rule.</summary>
    public const ulong First = 0;

    /// <summary>Behind every rule.</summary>
    public const ulong Last = ulong.MaxValue;

    public static ulong KeyOf(int priority, int declared) => ((ulong)(uint)((long)int.MaxValue - priority) << 32) | ((uint)declared + 1);

    /// <summary>The place in declaration order that a key was made of.</summary>
    public static int DeclaredIn(ulong key) => (int)((uint)key - 1);
}
