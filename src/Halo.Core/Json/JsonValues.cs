using System.Text.Json;

namespace Halo.Core;

/// <summary>Reads the value at the cursor, or reports that it is of another type and passes over it.</summary>
public static class JsonValues
{
    /// <summary>Reads a string; null when there was a fault.</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="what">What is read, as the fault names it.</param>
    public static string? ReadString(this ref JsonCursor json, string what)
    {
        if (json.Reader.TokenType == JsonTokenType.String) return json.Text();
        json.ReportType(what, "a string");
        return null;
    }

    /// <summary>Reads a finite number; null when there was a fault.</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="what">What is read, as the fault names it.</param>
    public static double? ReadNumber(this ref JsonCursor json, string what)
    {
        if (json.Reader.TokenType != JsonTokenType.Number) json.ReportType(what, "a number");
        else if (json.Reader.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        else json.Fault(DiagnosticCodes.InvalidValue, $"{what} is a number too large for a double.", "");
        return null;
    }

    /// <summary>Reads a number exactly as it is written; one that cannot be held exactly is a fault and gives the absent value.</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="what">What is read, as the fault names it.</param>
    public static AttributeValue ReadExactNumber(this ref JsonCursor json, string what)
    {
        if (json.Reader.TokenType != JsonTokenType.Number) json.ReportType(what, "a number");
        else if (NumberText.TryParse(json.Reader.ValueSpan, out var number)) return number;
        else if (json.ReadNumber(what) is not null)
        {
            json.Fault(DiagnosticCodes.InvalidValue, $"{what} is a number that cannot be held exactly.",
                "Whole numbers have at most 64 bits, others at most 17 digits: write fewer digits, or a text in quotes.");
        }

        return default;
    }

    /// <summary>Reads a whole number of at most 32 bits; null when there was a fault.</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="what">What is read, as the fault names it.</param>
    public static int? ReadInteger(this ref JsonCursor json, string what)
    {
        if (json.Reader.TokenType != JsonTokenType.Number) json.ReportType(what, "a whole number of at most 32 bits");
        else if (json.Reader.TryGetInt32(out var number)) return number;
        else json.Fault(DiagnosticCodes.InvalidValue, $"{what} must be a whole number of at most 32 bits, written without fraction or exponent.");
        return null;
    }

    /// <summary>Reads a boolean; null when there was a fault.</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="what">What is read, as the fault names it.</param>
    public static bool? ReadBoolean(this ref JsonCursor json, string what)
    {
        if (json.Reader.TokenType is JsonTokenType.True or JsonTokenType.False) return json.Reader.GetBoolean();
        json.ReportType(what, "true or false");
        return null;
    }

    /// <summary>Reads a string, number or boolean; null and faults give the absent value.</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="what">What is read, as the fault names it.</param>
    public static AttributeValue ReadScalar(this ref JsonCursor json, string what)
    {
        switch (json.Reader.TokenType)
        {
            case JsonTokenType.String: return AttributeValue.Of(json.Text());
            case JsonTokenType.Number: return json.ReadExactNumber(what);
            case JsonTokenType.True: return AttributeValue.Of(true);
            case JsonTokenType.False: return AttributeValue.Of(false);
            case JsonTokenType.Null: return default;
            default:
                json.ReportType(what, "a string, a number or a boolean");
                return default;
        }
    }

    /// <summary>Reads an array of strings; elements of other types are reported and left out.</summary>
    /// <param name="json">The cursor.</param>
    /// <param name="what">What is read, as the fault names it.</param>
    public static IReadOnlyList<string> ReadStrings(this ref JsonCursor json, string what)
    {
        if (!json.TryEnterArray(what)) return [];
        List<string>? strings = null;
        while (json.NextElement())
        {
            // The name of the element is put together only where it is needed: there are millions of them.
            if (json.Reader.TokenType != JsonTokenType.String) json.ReportType($"an element of {what}", "a string");
            else if (json.Text() is { } text) (strings ??= []).Add(text);
        }

        return strings is null ? [] : strings.ToArray();
    }
}
