namespace Halo.Routing;

/// <summary>
/// Reads <c>execution</c> of tasks and agents:
/// <c>{"attemptTimeout":60,"totalTimeout":300,"retry":{"maxAttempts":3,"delay":1,"maxDelay":30,"jitter":true,"nonRetryable":["exit 2"]}}</c>,
/// times in seconds. Ranges are checked where the task or agent is.
/// </summary>
internal static class ExecutionReader
{
    private static readonly string[] Properties = ["attemptTimeout", "totalTimeout", "retry"];
    private static readonly string[] RetryProperties = ["maxAttempts", "delay", "maxDelay", "jitter", "nonRetryable"];

    /// <summary>Reads the object at the cursor; null when there is none.</summary>
    public static ExecutionSettings? Read(ref JsonCursor json)
    {
        if (!json.TryEnterObject("'execution'")) return null;
        var settings = new ExecutionSettings();
        var seen = 0UL;
        while (json.NextProperty(Properties, ref seen, out var property))
        {
            settings = property switch
            {
                "attemptTimeout" => settings with { AttemptTimeout = ReadTime(ref json, "'attemptTimeout'") },
                "totalTimeout" => settings with { TotalTimeout = ReadTime(ref json, "'totalTimeout'") },
                _ => settings with { Retry = ReadRetry(ref json) },
            };
        }

        return settings;
    }

    /// <summary>Reads seconds; null when it is no number.</summary>
    public static TimeSpan? ReadTime(ref JsonCursor json, string what)
    {
        // Far beyond every range, and far within what a time span can hold.
        const double most = 1e9;
        return json.ReadNumber(what) is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, -most, most)) : null;
    }

    private static RetrySettings? ReadRetry(ref JsonCursor json)
    {
        if (!json.TryEnterObject("'retry'")) return null;
        var retry = new RetrySettings();
        var seen = 0UL;
        while (json.NextProperty(RetryProperties, ref seen, out var property))
        {
            retry = property switch
            {
                "maxAttempts" => retry with { MaxAttempts = json.ReadInteger("'maxAttempts'") ?? retry.MaxAttempts },
                "delay" => retry with { Delay = ReadTime(ref json, "'delay'") ?? retry.Delay },
                "maxDelay" => retry with { MaxDelay = ReadTime(ref json, "'maxDelay'") ?? retry.MaxDelay },
                "jitter" => retry with { Jitter = json.ReadBoolean("'jitter'") ?? retry.Jitter },
                _ => retry with { NonRetryable = json.ReadStrings("'nonRetryable'") },
            };
        }

        return retry;
    }
}
