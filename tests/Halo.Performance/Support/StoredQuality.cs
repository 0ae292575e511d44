namespace Halo.Performance;

/// <summary>The stored baseline of the delivery sample: what both routers were worth when it was accepted.</summary>
internal static class StoredQuality
{
    /// <summary>The figures are kept to four places.</summary>
    public const double Rounding = 0.00005;

    /// <summary>How long the router by rules may take for each unit of time of the one by keywords.</summary>
    public const double TimeBesideKeywords = 0.1;

    public static RoutingQuality Keywords { get; } = new(Accuracy: 0.8154, FailureRate: 0.3415, AvoidableFailureRate: 0.1463, Cost: 0.4);

    public static RoutingQuality Rules { get; } = new(Accuracy: 0.9692, FailureRate: 0.2231, AvoidableFailureRate: 0.0243, Cost: 0.3615);
}
