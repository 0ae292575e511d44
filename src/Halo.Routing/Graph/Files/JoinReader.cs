using System.Text.Json;

namespace Halo.Routing;

/// <summary>
/// Reads when a task runs: <c>"join":"allDone"</c>, <c>"join":{"quorum":2}</c> and
/// <c>"conditions":{"build":{"on":"failed"},"scan":{"when":{"result":"clean"}}}</c>.
/// </summary>
internal static class JoinReader
{
    private static readonly string[] JoinProperties = ["quorum"];
    private static readonly string[] ConditionProperties = ["on", "when"];

    /// <summary>Reads the join rule at the cursor; the default where it is faulty.</summary>
    public static JoinRule ReadJoin(ref JsonCursor json)
    {
        if (json.Token != JsonTokenType.StartObject) return ReadNamed(ref json);
        var seen = 0UL;
        var join = JoinRule.AllSucceeded;
        while (json.NextProperty(JoinProperties, ref seen, out _))
        {
            if (json.ReadInteger("'quorum'") is { } count) join = JoinRule.Quorum(count);
        }

        if (seen == 0) json.Fault(DiagnosticCodes.MissingProperty, "'join' is an object without 'quorum'.", "Write {\"quorum\": 2}, or one of allSucceeded, allDone, anySucceeded.");
        return join;
    }

    /// <summary>Reads the conditions at the cursor, by dependency.</summary>
    public static Dictionary<string, EdgeCondition> ReadConditions(ref JsonCursor json)
    {
        var conditions = new Dictionary<string, EdgeCondition>(StringComparer.Ordinal);
        if (!json.TryEnterObject("'conditions'")) return conditions;
        while (json.NextEntry(out var dependency))
        {
            var condition = ReadCondition(ref json, dependency);
            if (dependency is not null && !conditions.TryAdd(dependency, condition)) json.Fault(DiagnosticCodes.UnknownProperty, $"the condition on '{dependency}' is given twice.", "Keep one of them.");
        }

        return conditions;
    }

    private static JoinRule ReadNamed(ref JsonCursor json)
    {
        switch (json.ReadString("'join'"))
        {
            case null or "allSucceeded": return JoinRule.AllSucceeded;
            case "allDone": return JoinRule.AllDone;
            case "anySucceeded": return JoinRule.AnySucceeded;
            case var other:
                json.Fault(DiagnosticCodes.InvalidValue, $"unknown join rule '{other}'.", "Known are allSucceeded, allDone, anySucceeded and {\"quorum\": 2}.");
                return JoinRule.AllSucceeded;
        }
    }

    private static EdgeCondition ReadCondition(ref JsonCursor json, string? dependency)
    {
        var condition = new EdgeCondition();
        if (!json.TryEnterObject($"the condition on '{dependency}'")) return condition;
        var seen = 0UL;
        while (json.NextProperty(ConditionProperties, ref seen, out var property))
        {
            condition = property == "on" ? condition with { On = ReadOutcome(ref json) } : condition with { When = ConditionReader.Read(ref json, "'when'") };
        }

        return condition;
    }

    private static EdgeOutcome ReadOutcome(ref JsonCursor json)
    {
        switch (json.ReadString("'on'"))
        {
            case null or "succeeded": return EdgeOutcome.Succeeded;
            case "failed": return EdgeOutcome.Failed;
            case "ended": return EdgeOutcome.Ended;
            case var other:
                json.Fault(DiagnosticCodes.InvalidValue, $"unknown outcome '{other}'.", "Known are succeeded, failed, ended.");
                return EdgeOutcome.Succeeded;
        }
    }
}
