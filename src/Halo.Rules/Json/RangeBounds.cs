namespace Halo.Rules;

/// <summary>The bounds met in one operator object.</summary>
internal struct RangeBounds
{
    private (double Bound, bool Inclusive)? _minimum;
    private (double Bound, bool Inclusive)? _maximum;

    public bool TryAdd(string name, double bound)
    {
        ref var side = ref name[0] == 'g' ? ref _minimum : ref _maximum;
        if (side is not null) return false;
        side = (bound, name.Length == 3);
        return true;
    }

    public readonly RangeCondition? Of(string attribute) =>
        _minimum is null && _maximum is null
            ? null
            : new RangeCondition(
                attribute,
                _minimum?.Bound ?? double.NegativeInfinity,
                _maximum?.Bound ?? double.PositiveInfinity,
                _minimum?.Inclusive ?? true,
                _maximum?.Inclusive ?? true);
}
