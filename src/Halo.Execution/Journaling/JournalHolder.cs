using System.Globalization;
using System.Text.Json;

namespace Halo.Execution;

/// <summary>The process that has a journal open.</summary>
/// <param name="Process">Its number.</param>
/// <param name="Host">Its machine.</param>
/// <param name="Began">When its part of the run began.</param>
internal sealed record JournalHolder(int Process, string Host, DateTimeOffset Began)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    public static JournalHolder Current(TimeProvider time) => new(Environment.ProcessId, Environment.MachineName, time.GetUtcNow());

    /// <summary>Whether it may be alive: a process of another machine cannot be asked.</summary>
    public bool MayBeAlive()
    {
        if (Process == Environment.ProcessId || !string.Equals(Host, Environment.MachineName, StringComparison.Ordinal)) return true;
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(Process);
            return process.StartTime.ToUniversalTime() <= Began.UtcDateTime + ClockTolerance; // otherwise another one has the number now
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return fault is System.ComponentModel.Win32Exception; // it is there, and may not be looked at
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("process", Process);
        json.WriteString("host", Host);
        json.WriteString("began", Began);
        json.WriteEndObject();
    }

    /// <summary>A holder; null when the JSON is not one.</summary>
    public static JournalHolder? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("process", out var process) && process.ValueKind == JsonValueKind.Number && process.TryGetInt32(out var number)
        && json.TryGetProperty("host", out var host) && host.ValueKind == JsonValueKind.String
        && json.TryGetProperty("began", out var began) && began.ValueKind == JsonValueKind.String
        && began.TryGetDateTimeOffset(out var time)
            ? new JournalHolder(number, host.GetString()!, time)
            : null;

    /// <summary>Who began the last part of the run that a journal tells of; null when it tells of none. O(length of the journal).</summary>
    public static JournalHolder? LastOf(Stream journal, int longestLine)
    {
        JournalHolder? last = null;
        var lines = new LineReader(journal, longestLine);
        while (lines.TryRead(out var line, out var isComplete) && isComplete && !lines.IsTooLong)
        {
            if (JournalPart.IsPart(line) && JournalPart.Read(JournalLines.Read(line)) is { } part) last = part.Holder;
        }

        return last;
    }

    /// <summary>Process, machine and time, for a message.</summary>
    public override string ToString()
    {
        var which = Process == Environment.ProcessId ? "this process, " : "process ";
        return string.Create(CultureInfo.InvariantCulture, $"{which}{Process} on '{Host}', which began at {Began.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
    }
}
