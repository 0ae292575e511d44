using System.Text.Json;

namespace Halo.Rules;

/// <summary>Looks ahead of the cursor without moving it.</summary>
internal static class JsonLookahead
{
    /// <summary>Whether the object that the cursor has entered has no members.</summary>
    public static bool IsEmptyObject(this ref JsonCursor json)
    {
        var ahead = json.Reader;
        return ahead.Read() && ahead.TokenType == JsonTokenType.EndObject;
    }

    /// <summary>Looks for a string property of the object that the cursor has entered.</summary>
    public static string? PeekString(this ref JsonCursor json, ReadOnlySpan<byte> property)
    {
        var ahead = json.Reader;
        try
        {
            while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
            {
                var found = ahead.ValueTextEquals(property);
                ahead.Read();
                if (found) return ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;
                ahead.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reading proper will meet the same place and report it.
        }

        return null;
    }
}
