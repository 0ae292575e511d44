namespace Halo.Parallelism;

/// <summary>What a sample told about work: times in seconds.</summary>
public sealed record WorkProfile
{
    /// <summary>Items to be done; null when unknown.</summary>
    public int? Count { get; init; }

    /// <summary>The mean time of an item that is done alone.</summary>
    public required double ItemSeconds { get; init; }

    /// <summary>The standard deviation of that time.</summary>
    public double Deviation { get; init; }

    /// <summary>The share of that time in which the item wants a processor, 0 to 1; the rest it waits.</summary>
    public double CpuShare { get; init; } = 1;

    /// <summary>How many items were done at one time to see what they cost each other.</summary>
    public int Together { get; init; } = 1;

    /// <summary>The mean time of an item when <see cref="Together"/> are done at one time; null when that was not measured.</summary>
    public double? TogetherSeconds { get; init; }

    /// <summary>The time to fetch one item from its source, which one worker at a time can do.</summary>
    public double SourceSeconds { get; init; }

    /// <summary>The time to hand a batch to a worker, which one worker at a time can do.</summary>
    public double HandOverSeconds { get; init; }

    /// <summary>Items done alone that the figures come from.</summary>
    public int Samples { get; init; }

    /// <summary>How much more gets done when <see cref="Together"/> items are done at one time; null when that was not measured.</summary>
    public double? MeasuredGain => TogetherSeconds is > 0 ? Together * ItemSeconds / TogetherSeconds : null;

    /// <summary>Whether items wait most of their time, so that more of them than processors can be under way.</summary>
    public bool IsWaiting => CpuShare < 0.5;
}
