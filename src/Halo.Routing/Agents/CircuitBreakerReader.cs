namespace Halo.Routing;

/// <summary>
/// Reads <c>circuitBreaker</c> of agents: <c>{"failureRatio":0.5,"minimumAttempts":10,"samplingDuration":30,"breakDuration":10}</c>,
/// times in seconds. Ranges are checked with the agent.
/// </summary>
internal static class CircuitBreakerReader
{
    private static readonly string[] Properties = ["failureRatio", "minimumAttempts", "samplingDuration", "breakDuration"];

    /// <summary>Reads the object at the cursor; null when there is none.</summary>
    public static CircuitBreakerSettings? Read(ref JsonCursor json)
    {
        if (!json.TryEnterObject("'circuitBreaker'")) return null;
        var breaker = new CircuitBreakerSettings();
        var seen = 0UL;
        while (json.NextProperty(Properties, ref seen, out var property))
        {
            breaker = property switch
            {
                "failureRatio" => breaker with { FailureRatio = json.ReadNumber("'failureRatio'") ?? breaker.FailureRatio },
                "minimumAttempts" => breaker with { MinimumAttempts = json.ReadInteger("'minimumAttempts'") ?? breaker.MinimumAttempts },
                "samplingDuration" => breaker with { SamplingDuration = ExecutionReader.ReadTime(ref json, "'samplingDuration'") ?? breaker.SamplingDuration },
                _ => breaker with { BreakDuration = ExecutionReader.ReadTime(ref json, "'breakDuration'") ?? breaker.BreakDuration },
            };
        }

        return breaker;
    }
}
