using System.Text.Json;

namespace Halo.Formats;

/// <summary>What can be seen of a text without reading it for good: enough to recognize its format.</summary>
internal sealed class Glance
{
    private const int MostShown = 8;

    private readonly Dictionary<string, JsonShape> _properties = new(StringComparer.Ordinal);

    /// <summary>Whether the text begins as JSON and breaks its syntax later.</summary>
    public bool IsBrokenJson { get; private set; }

    /// <summary>Whether the whole text was looked at; until then more properties may follow.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>What a text is whose first word, comments apart, is a whole number.</summary>
    public NumberTextKind NumberText { get; private init; }

    /// <summary>Whether a line of a text that is not JSON begins with the key <c>jobs</c>.</summary>
    public bool HasJobsLine { get; private init; }

    /// <summary>What was seen, for people to read.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>Whether the text is a JSON object with a property of one of some shapes; of any shape when none is given.</summary>
    public bool Has(string property, params ReadOnlySpan<JsonShape> shapes) =>
        _properties.TryGetValue(property, out var shape) && (shapes.IsEmpty || shapes.Contains(shape));

    /// <summary>Looks at a text, and at JSON only until it has seen enough.</summary>
    public static Glance At(ReadOnlySpan<byte> utf8, InputLimits limits, Predicate<Glance> isEnough)
    {
        var start = utf8.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty) return new Glance { Seen = "it is empty" };
        if (start[0] is (byte)'{' or (byte)'[' || start.StartsWith("//"u8) || start.StartsWith("/*"u8)) // JSON, perhaps after comments, which it must not have
        {
            var glance = new Glance();
            glance.LookAtJson(utf8, limits, isEnough);
            return glance;
        }

        return new Glance
        {
            NumberText = TextGlance.BeginsWithNumber(start) ? NumberTextGlance.KindOf(start) : NumberTextKind.None,
            HasJobsLine = TextGlance.HasKey(utf8, "jobs"u8),
            Seen = $"it is a text that begins with {TextGlance.Quote(start)}",
        };
    }

    private void LookAtJson(ReadOnlySpan<byte> utf8, InputLimits limits, Predicate<Glance> isEnough)
    {
        var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        try
        {
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                Seen = "it is a JSON array";
                json.Skip();
                while (json.Read()) { }
                return;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = NameOf(ref json);
                json.Read();
                if (_properties.Count < 1_000) _properties.TryAdd(name, ShapeOf(json));
                if (isEnough(this)) return;
                json.Skip();
            }
        }
        catch (JsonException)
        {
            IsBrokenJson = true;
        }

        IsComplete = true;
        var shown = string.Join(", ", _properties.Keys.Take(MostShown).Select(name => $"'{name}'"));
        Seen = _properties.Count == 0 ? "it is an empty JSON object" : $"it is a JSON object with {shown}{(_properties.Count > MostShown ? " and others" : "")}";
    }

    private static JsonShape ShapeOf(Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => JsonShape.String,
        JsonTokenType.Number => JsonShape.Number,
        JsonTokenType.StartObject => JsonShape.Object,
        JsonTokenType.StartArray when json.Read() => json.TokenType switch
        {
            JsonTokenType.StartArray => JsonShape.ArrayOfArrays,
            JsonTokenType.StartObject => JsonShape.ArrayOfObjects,
            _ => JsonShape.Array,
        },
        _ => JsonShape.Other,
    };

    private static string NameOf(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "?"; // half a surrogate pair; no format has such a property
        }
    }
}
