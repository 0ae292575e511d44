using System.Text.Json;

namespace Halo.Cli;

/// <summary>
/// What a command's last line means to conditions: a JSON number, boolean or string is that value, anything else a text as it
/// stands. A text that would be taken for a number is written as a JSON string.
/// </summary>
internal static class CommandResult
{
    public static AttributeValue Of(string line)
    {
        if (line.Length == 0 || !(char.IsAsciiDigit(line[0]) || line[0] is '-' or '"' or 't' or 'f')) return AttributeValue.Of(line);
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Number when NumberText.TryParse(json.RootElement.GetRawText(), out var number) => number,
                JsonValueKind.True => AttributeValue.Of(true),
                JsonValueKind.False => AttributeValue.Of(false),
                JsonValueKind.String => AttributeValue.Of(json.RootElement.GetString()!),
                _ => AttributeValue.Of(line),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return AttributeValue.Of(line); // also a string with half of a surrogate pair
        }
    }
}
