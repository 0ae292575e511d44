namespace Halo.Rules;

/// <summary>How much a search may still do; hostile input must not make it run for ever.</summary>
internal sealed class Effort(long steps)
{
    private long _left = steps;

    public bool IsSpent => _left < 0;

    /// <summary>Takes steps from what is left; false when that was not enough.</summary>
    public bool TrySpend(long steps)
    {
        _left -= steps;
        return _left >= 0;
    }
}
