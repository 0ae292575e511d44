namespace Halo.Execution;

/// <summary>What the end of a dependency means to one of its dependants.</summary>
[Flags]
internal enum EdgeState : byte
{
    /// <summary>It counts for the join rule.</summary>
    Satisfied = 0,

    /// <summary>It failed.</summary>
    Failed = 1,

    /// <summary>It ended in another way than the edge asks for, or its result is not what the edge asks for.</summary>
    NotMet = 2,

    /// <summary>It was skipped or not run.</summary>
    Skipped = 4,
}

/// <summary>Judges edges.</summary>
internal static class EdgeStates
{
    public static EdgeState Of(JoinKind join, EdgeCondition? condition, TaskOutcome outcome, object? result, FailurePolicy onFailure)
    {
        if (join == JoinKind.AllDone) return EdgeState.Satisfied;
        if (outcome is not (TaskOutcome.Succeeded or TaskOutcome.Failed)) return EdgeState.Skipped;
        var failed = outcome == TaskOutcome.Failed;
        var ended = condition?.On switch
        {
            EdgeOutcome.Failed => failed ? EdgeState.Satisfied : EdgeState.NotMet,
            EdgeOutcome.Ended => EdgeState.Satisfied,
            _ => failed && onFailure != FailurePolicy.Continue ? EdgeState.Failed : EdgeState.Satisfied,
        };
        return ended != EdgeState.Satisfied || condition?.When is not { } when || result is UnknownResult || ValueTest.Holds(when, name => AttributeOf(result, name)) ? ended : EdgeState.NotMet;
    }

    // What a result shows of itself to conditions.
    private static AttributeValue AttributeOf(object? result, string name) => result switch
    {
        IReadOnlyDictionary<string, AttributeValue> attributes => attributes.GetValueOrDefault(name),
        _ when name != "result" => default,
        string text => AttributeValue.Of(text),
        bool truth => AttributeValue.Of(truth),
        AttributeValue value => value,
        sbyte or byte or short or ushort or int or uint or long or ulong and <= long.MaxValue => AttributeValue.Of(Convert.ToInt64(result, System.Globalization.CultureInfo.InvariantCulture)),
        ulong or float or double or decimal =>
            Convert.ToDouble(result, System.Globalization.CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? AttributeValue.Of(number) : default,
        _ => default,
    };
}
