namespace Halo.Scheduling;

/// <summary>A few good schedules that differ.</summary>
internal sealed class ElitePool(int size)
{
    private const double Alike = 0.1; // the share of tasks that are elsewhere

    private readonly List<Elite> _elites = [];

    public bool IsFull => _elites.Count == size;

    public Elite this[int i] => _elites[i];

    public void Clear() => _elites.Clear();

    /// <summary>Takes a schedule in: in the place of one that is much like it, if it is no worse; else of the worst. O(size x tasks).</summary>
    public void Offer(Elite elite)
    {
        var alike = _elites.FindIndex(other => other.DistanceTo(elite) <= Alike);
        if (alike >= 0)
        {
            if (elite.Makespan <= _elites[alike].Makespan) _elites[alike] = elite;
        }
        else if (!IsFull)
        {
            _elites.Add(elite);
        }
        else
        {
            var worst = 0;
            for (var i = 1; i < _elites.Count; i++)
            {
                if (_elites[i].Makespan > _elites[worst].Makespan) worst = i;
            }

            if (elite.Makespan <= _elites[worst].Makespan) _elites[worst] = elite;
        }
    }
}
