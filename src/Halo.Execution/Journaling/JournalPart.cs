using System.Text.Json;

namespace Halo.Execution;

/// <summary>The record at the beginning of each part of a run: who runs it, and from what.</summary>
/// <param name="Holder">The process.</param>
/// <param name="RunId">What tells the run from every other one.</param>
/// <param name="Attributes">The fingerprint of the tasks' attributes.</param>
/// <param name="Inputs">The fingerprints of <see cref="RunOptions.JournalInputs"/>, by name.</param>
/// <param name="RetriesFailed">Whether what had failed by then, and everything that depends on it, runs again from here on.</param>
internal sealed record JournalPart(
    JournalHolder Holder, string RunId, string Attributes, IReadOnlyDictionary<string, string> Inputs, bool RetriesFailed)
{
    private const int PrefixLength = 9;

    private static ReadOnlySpan<byte> Start => "{\"part\":"u8;

    /// <summary>Whether a whole line looks like one, before anything of it is read.</summary>
    public static bool IsPart(ReadOnlySpan<byte> line) => line.Length > PrefixLength && line[PrefixLength..].StartsWith(Start);

    /// <summary>Its line.</summary>
    public byte[] ToLine() => JournalLines.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("part");
        Holder.Write(json);
        json.WriteString("run", RunId);
        json.WriteString("attributes", Attributes);
        json.WriteStartObject("inputs");
        foreach (var (name, fingerprint) in Inputs) json.WriteString(name, fingerprint);
        json.WriteEndObject();
        json.WriteBoolean("retriesFailed", RetriesFailed);
        json.WriteEndObject();
    });

    /// <summary>A part; null when the JSON is not one.</summary>
    public static JournalPart? Read(JsonElement json)
    {
        try
        {
            return Parse(json);
        }
        catch (InvalidOperationException)
        {
            return null; // a text with half of a surrogate pair
        }
    }

    private static JournalPart? Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("part", out var part)) return null;
        if (JournalHolder.Read(part) is not { } holder) return null;
        if (!json.TryGetProperty("run", out var run) || run.ValueKind != JsonValueKind.String) return null;
        if (!json.TryGetProperty("attributes", out var attributes) || attributes.ValueKind != JsonValueKind.String) return null;
        if (!json.TryGetProperty("inputs", out var inputs) || inputs.ValueKind != JsonValueKind.Object) return null;
        if (!json.TryGetProperty("retriesFailed", out var retries)) return null;
        if (retries.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return null;
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in inputs.EnumerateObject())
        {
            if (input.Value.ValueKind != JsonValueKind.String || !byName.TryAdd(input.Name, input.Value.GetString()!)) return null;
        }

        return new JournalPart(holder, run.GetString()!, attributes.GetString()!, byName, retries.GetBoolean());
    }
}
