using System.Text.Json;

namespace Halo.Rules;

/// <summary>Goes through the object that the cursor has entered.</summary>
internal static class JsonProperties
{
    /// <summary>
    /// Moves to the value of the object's next known property; false at the object's end. Unknown and repeated
    /// properties are reported and passed over.
    /// </summary>
    /// <param name="json">The cursor.</param>
    /// <param name="known">The properties that the object may have; at most 64.</param>
    /// <param name="seen">The properties met so far, one bit each; begin with 0.</param>
    /// <param name="property">The property, as in <paramref name="known"/>.</param>
    /// <param name="nullIsAbsent">Whether a null counts as not given; otherwise the caller meets it as a value.</param>
    /// <param name="unknownIsFault">Whether the format has no other properties; otherwise they are passed over in silence.</param>
    public static bool NextProperty(this ref JsonCursor json, string[] known, ref ulong seen, out string property, bool nullIsAbsent = true, bool unknownIsFault = true)
    {
        while (json.NextName(out property!))
        {
            var index = Array.IndexOf(known, property); // a name that could not be read is null, and none of them
            if (index < 0)
            {
                if (property is not null && unknownIsFault)
                {
                    json.Fault(DiagnosticCodes.UnknownProperty, $"unknown property '{property}'.",
                        !json.Faults.WantsSuggestions ? "" : Suggestion.For(property, known, $"Known are {string.Join(", ", known)}."));
                }

                json.Skip();
                continue;
            }

            if ((seen & (1UL << index)) != 0)
            {
                json.Fault(DiagnosticCodes.UnknownProperty, $"property '{property}' is given twice.", "Keep one of them.");
                json.Skip();
                continue;
            }

            json.Reader.Read();
            if (nullIsAbsent && json.Reader.TokenType == JsonTokenType.Null) continue;
            seen |= 1UL << index;
            property = known[index];
            return true;
        }

        return false;
    }

    /// <summary>Moves to the value of the object's next property, whatever its name; false at the object's end.</summary>
    public static bool NextEntry(this ref JsonCursor json, out string? name)
    {
        if (!json.NextName(out name)) return false;
        json.Reader.Read();
        return true;
    }

    private static bool NextName(this ref JsonCursor json, out string? name)
    {
        name = null;
        if (!json.Reader.Read() || json.Reader.TokenType == JsonTokenType.EndObject) return false;
        name = json.Text();
        return true;
    }
}
