namespace Halo.Rules;

/// <summary>One term of a rule while the index is built.</summary>
/// <param name="rank">The rule's rank in its segment.</param>
/// <param name="target">Its agent's target number.</param>
/// <param name="rest">The parts that are not decided by where it is filed.</param>
internal sealed class Candidate(int rank, int target, IReadOnlyList<Condition> rest)
{
    private RuleCheck? _check;

    public int Rank => rank;

    public int Target => target;

    public IReadOnlyList<Condition> Rest => rest;

    /// <summary>The same term, filed so that one part needs no check any more.</summary>
    public Candidate Without(Condition? decided) =>
        decided is null ? this : new Candidate(rank, target, [.. rest.Where(part => !ReferenceEquals(part, decided))]);

    /// <summary>The entry that a search meets; the rest is compiled once, however often the term is filed.</summary>
    public RuleEntry ToEntry(EntryCompiler compiler) => new(rank, target, _check ??= compiler.Compile(rest));
}
