namespace Halo.Rules;

/// <summary>
/// Decides which table each rule goes to. The commonest combinations of attributes get a table of their own; a rarer one
/// joins the table that tests most of its attributes and nothing else, in the last resort the one that tests none.
/// </summary>
internal sealed class SignatureFiling
{
    private readonly Dictionary<Signature, List<int>> _ranks = [];

    public SignatureFiling(IReadOnlyList<RuleKey> keys)
    {
        var wanted = new Dictionary<Signature, List<int>>();
        for (var rank = 0; rank < keys.Count; rank++)
        {
            var signature = new Signature([.. keys[rank].Equalities.Select(equality => equality.Slot)]);
            if (wanted.TryGetValue(signature, out var ranks)) ranks.Add(rank);
            else wanted.Add(signature, [rank]);
        }

        foreach (var (signature, ranks) in wanted.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Value[0]))
        {
            var home = _ranks.Count < RuleIndex.MaxTables - 1 ? signature : Nearest(signature);
            if (_ranks.TryGetValue(home, out var filed)) filed.AddRange(ranks);
            else _ranks.Add(home, ranks);
        }

        foreach (var ranks in _ranks.Values) ranks.Sort();
    }

    public IEnumerable<int[]> Signatures => _ranks.Keys.Select(signature => signature.Slots);

    public IReadOnlyList<int> RanksOf(int[] slots) => _ranks[new Signature(slots)];

    private Signature Nearest(Signature signature)
    {
        var best = new Signature([]);
        foreach (var candidate in _ranks.Keys)
        {
            if (candidate.Slots.Length > best.Slots.Length && candidate.IsSubsetOf(signature)) best = candidate;
        }

        return best;
    }

    /// <summary>A set of slots, ascending.</summary>
    private readonly record struct Signature(int[] Slots)
    {
        public bool IsSubsetOf(Signature other)
        {
            foreach (var slot in Slots)
            {
                if (Array.BinarySearch(other.Slots, slot) < 0) return false;
            }

            return true;
        }

        public bool Equals(Signature other) => Slots.AsSpan().SequenceEqual(other.Slots);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var slot in Slots) hash.Add(slot);
            return hash.ToHashCode();
        }
    }
}
