using System.Text.Json;

namespace Halo.Cli;

/// <summary>What an input file holds.</summary>
internal enum FileKind
{
    Graph,
    Rules,
    Agents,
}

/// <summary>Tells the kinds of input files apart.</summary>
internal static class FileKinds
{
    private const int Glance = 64 * 1024;

    /// <summary>
    /// The kind that the first known property at the top says; a graph when there is none, or no readable file. Files of
    /// tasks in other formats are graphs too, and are told apart when they are read.
    /// </summary>
    public static FileKind Detect(string path, InputSet inputs)
    {
        if (path == InputPaths.StandardInput) return Detect(inputs.ReadStandardInput() ?? []);
        try
        {
            using var stream = File.OpenRead(path);
            var start = new byte[Glance];
            return Detect(start.AsSpan(0, stream.ReadAtLeast(start, Glance, throwOnEndOfStream: false)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileKind.Graph; // reading it as a graph reports the fault
        }
    }

    /// <summary>The kind that the beginning of a text says.</summary>
    public static FileKind Detect(ReadOnlySpan<byte> start)
    {
        var json = new Utf8JsonReader(start.StartsWith("\uFEFF"u8) ? start[3..] : start, isFinalBlock: false, default);
        try
        {
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
                if (json.ValueTextEquals("tasks"u8)) return FileKind.Graph;
                if (json.ValueTextEquals("rules"u8)) return FileKind.Rules;
                if (json.ValueTextEquals("agents"u8)) return FileKind.Agents;
            }
        }
        catch (JsonException)
        {
            // Reading it for good reports the fault with its line.
        }

        return FileKind.Graph;
    }
}
