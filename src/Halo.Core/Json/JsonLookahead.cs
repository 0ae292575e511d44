using System.Text.Json;

namespace Halo.Core;

/// <summary>Looks ahead of the cursor without moving it.</summary>
public static class JsonLookahead
{
    /// <summary>Whether the object that the cursor has entered has no members.</summary>
    /// <param name="json">The cursor.</param>
    public static bool IsEmptyObject(this ref JsonCursor json)
    {
        var ahead = json.Reader;
        return ahead.Read() && ahead.TokenType == JsonTokenType.EndObject;
    }

    /// <summary>Looks for a string property of the object that the cursor has entered, without reporting faults. O(length of the object).</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="property">The property in UTF-8.</param>
    /// <returns>Its text; null where there is none.</returns>
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
