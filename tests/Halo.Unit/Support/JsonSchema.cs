using System.Globalization;
using System.Text.Json;

namespace Halo.Unit;

/// <summary>
/// Checks documents against the keywords of JSON Schema 2020-12 that the project's schemas use. It refuses a schema with
/// any other keyword, so that nothing is ever passed over unseen.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> Notes = ["$schema", "$id", "$defs", "title", "description", "default", "examples"];
    private static readonly HashSet<string> OneSchema = ["items", "additionalProperties", "propertyNames", "not", "if", "then", "else"];
    private static readonly HashSet<string> ManySchemas = ["allOf", "oneOf"];
    private static readonly HashSet<string> NamedSchemas = ["properties", "$defs"];
    private static readonly HashSet<string> Values = ["type", "required", "enum", "const", "$ref", "minLength", "minItems", "minProperties", "minimum", "maximum", "exclusiveMinimum"];

    private readonly JsonElement _root;

    public JsonSchema(JsonElement root)
    {
        _root = root;
        CheckKeywords(root);
    }

    public JsonElement Root => _root;

    public static JsonSchema Load(string name) => new(Parse(File.ReadAllText(Path.Combine(Repository.Root, "schemas", $"{name}.schema.json"))));

    public static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    /// <summary>What is wrong with a document, each with its place; empty when it is valid.</summary>
    public IReadOnlyList<string> Validate(JsonElement document)
    {
        var faults = new List<string>();
        Check(_root, document, "$", faults);
        return faults;
    }

    private static void CheckKeywords(JsonElement schema)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False) return;
        foreach (var keyword in schema.EnumerateObject())
        {
            if (OneSchema.Contains(keyword.Name)) CheckKeywords(keyword.Value);
            else if (ManySchemas.Contains(keyword.Name)) foreach (var part in keyword.Value.EnumerateArray()) CheckKeywords(part);
            else if (NamedSchemas.Contains(keyword.Name)) foreach (var part in keyword.Value.EnumerateObject()) CheckKeywords(part.Value);
            else if (!Notes.Contains(keyword.Name) && !Values.Contains(keyword.Name)) throw new NotSupportedException($"Unknown keyword '{keyword.Name}'.");
        }
    }

    private bool IsValid(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Check(schema, value, "", faults);
        return faults.Count == 0;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.ValueKind == JsonValueKind.True) return;
        if (schema.ValueKind == JsonValueKind.False)
        {
            faults.Add($"{at} is not allowed");
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Holds(keyword, schema, value, at, faults)) faults.Add($"{at} breaks '{keyword.Name}': {keyword.Value.GetRawText()}");
        }
    }

    private bool Holds(JsonProperty keyword, JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        var argument = keyword.Value;
        switch (keyword.Name)
        {
            case "type": return argument.ValueKind == JsonValueKind.Array ? argument.EnumerateArray().Any(type => IsOfType(value, type.GetString()!)) : IsOfType(value, argument.GetString()!);
            case "enum": return argument.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value));
            case "const": return JsonElement.DeepEquals(argument, value);
            case "not": return !IsValid(argument, value);
            case "oneOf": return argument.EnumerateArray().Count(part => IsValid(part, value)) == 1;
            case "minLength": return value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() >= argument.GetInt32();
            case "minItems": return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= argument.GetInt32();
            case "minProperties": return value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= argument.GetInt32();
            case "minimum": return value.ValueKind != JsonValueKind.Number || value.GetDouble() >= argument.GetDouble();
            case "maximum": return value.ValueKind != JsonValueKind.Number || value.GetDouble() <= argument.GetDouble();
            case "exclusiveMinimum": return value.ValueKind != JsonValueKind.Number || value.GetDouble() > argument.GetDouble();
            case "required": return value.ValueKind != JsonValueKind.Object || argument.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
            case "propertyNames": return value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => IsValid(argument, JsonSerializer.SerializeToElement(member.Name)));
            case "$ref": Check(Resolve(argument.GetString()!), value, at, faults); break;
            case "allOf": foreach (var part in argument.EnumerateArray()) Check(part, value, at, faults); break;
            case "if":
                if (schema.TryGetProperty(IsValid(argument, value) ? "then" : "else", out var branch)) Check(branch, value, at, faults);
                break;
            case "items" when value.ValueKind == JsonValueKind.Array:
                foreach (var (i, item) in value.EnumerateArray().Index()) Check(argument, item, string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]"), faults);
                break;
            case "properties" when value.ValueKind == JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (argument.TryGetProperty(member.Name, out var part)) Check(part, member.Value, $"{at}.{member.Name}", faults);
                }

                break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (!schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(member.Name, out _)) Check(argument, member.Value, $"{at}.{member.Name}", faults);
                }

                break;
        }

        return true;
    }

    private JsonElement Resolve(string reference)
    {
        const string Prefix = "#/$defs/";
        return reference.StartsWith(Prefix, StringComparison.Ordinal)
            ? _root.GetProperty("$defs").GetProperty(reference[Prefix.Length..])
            : throw new NotSupportedException($"Unknown reference '{reference}'.");
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"Unknown type '{type}'."),
    };
}
