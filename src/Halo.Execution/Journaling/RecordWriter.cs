using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Halo.Execution;

/// <summary>Writes the ends of tasks as lines of a journal, and makes sure that a resume can read them.</summary>
internal sealed class RecordWriter(RunTable table, ResultTypes types, JournalLimits limits)
{
    private const int LongestFailure = 16 * 1024;

    /// <summary>The line of a task that ended.</summary>
    /// <exception cref="ResultNotKeptException">A resume could not give its result back.</exception>
    public byte[] Write(int task, int agent, in TaskEnd end)
    {
        var name = table.Plan.Agents[agent].Name;
        if (end.Result is null) return Write(task, name, end, default);
        try
        {
            return WriteWithResult(task, name, end, end.Result);
        }
        catch (Exception fault) when (fault is not ResultNotKeptException) // whatever the code of the result's type throws
        {
            throw new ResultNotKeptException(fault.Message, fault);
        }
    }

    private byte[] WriteWithResult(int task, string agent, in TaskEnd end, object result)
    {
        var type = types.For(agent, result);
        var line = Write(task, agent, end, JsonSerializer.SerializeToElement(result, type), ResultJson.NameOf(type.Type));
        var length = line.Length - 1;
        if (length > limits.MaxRecordBytes)
        {
            throw new ResultNotKeptException($"The record has {length} bytes, more than the limit {nameof(JournalLimits.MaxRecordBytes)} of {limits.MaxRecordBytes}.");
        }

        var restored = JournalRecord.Read(JournalLines.Read(line.AsSpan(..^1)))!.ToEnd(types).Result;
        if (!types.IsGiven(agent) && restored is not StoredResult) CheckSame(result, restored, type);
        return line;
    }

    // By reflection a type may be written in part only, and then read without a word. What its user prepared is his to judge.
    private static void CheckSame(object result, object? restored, JsonTypeInfo type)
    {
        var isSameType = restored?.GetType() == result.GetType() || type.Type.IsInterface;
        if (restored is not null && isSameType && Bytes(restored).SequenceEqual(Bytes(result))) return;
        throw new ResultNotKeptException($"A {result.GetType().Name} does not come back from JSON as it was.");

        ReadOnlySpan<byte> Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, type);
    }

    private byte[] Write(int task, string agent, TaskEnd end, JsonElement result, string? resultType = null) => JournalLines.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("task", table.Plan.Graph.IdOf(task));
        json.WriteBoolean("succeeded", end.Outcome == TaskOutcome.Succeeded);
        json.WriteString("agent", agent);
        json.WriteNumber("attempts", table.Attempts[task]);
        if (result.ValueKind != JsonValueKind.Undefined)
        {
            json.WriteString("resultType", resultType);
            json.WritePropertyName("result");
            result.WriteTo(json);
        }

        if (end.Failure is not null) json.WriteString("failure", MessageOf(end.Failure));
        json.WriteEndObject();
    });

    // It may be code of the task's own, and of any length.
    private static string MessageOf(Exception failure)
    {
        try
        {
            var message = failure.Message;
            return message.Length <= LongestFailure ? message : $"{message.AsSpan(0, LongestFailure)}...";
        }
        catch (Exception)
        {
            return failure.GetType().Name;
        }
    }
}
