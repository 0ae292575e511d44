namespace Halo.Rules;

/// <summary>The bounds met in one operator object.</summary>
internal struct RangeBounds
{
    private (AttributeValue Bound, bool Inclusive)? _minimum;
    private (AttributeValue Bound, bool Inclusive)? _maximum;

    public bool TryAdd(string name, AttributeValue bound)
    {
        ref var side = ref name[0] == 'g' ? ref _minimum : ref _maximum;
        if (side is not null) return false;
        side = (bound, name.Length == 3);
        return true;
    }

    public readonly RangeCondition? Of(string attribute) =>
        _minimum is null && _maximum is null
            ? null
            : RangeCondition.Of(attribute, _minimum?.Bound ?? default, _maximum?.Bound ?? default, _minimum?.Inclusive ?? true, _maximum?.Inclusive ?? true);
}
