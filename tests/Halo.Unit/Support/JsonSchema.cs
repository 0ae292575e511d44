using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Halo.Unit;

/// <summary>
/// Checks documents against the project's schemas (JSON Schema 2020-12). A schema with a keyword that the standard does not
/// know is refused, so that a misspelled one is noticed.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly Dialect Strict = Dialect.Draft202012.With([], id: new Uri("urn:halo:strict"), allowUnknownKeywords: false);
    private static readonly EvaluationOptions EveryFault = new() { OutputFormat = OutputFormat.List };
    private static readonly ConcurrentDictionary<string, JsonSchema> Loaded = new(StringComparer.Ordinal);

    private readonly Json.Schema.JsonSchema _schema;

    /// <exception cref="JsonSchemaException">This is no schema.</exception>
    public JsonSchema(JsonElement root)
    {
        Root = root;
        // The dialect that a schema names would be used instead of the strict one.
        var text = JsonObject.Create(root)!;
        text.Remove("$schema");
        // Registries of its own: schemas under test do not meet each other.
        _schema = Json.Schema.JsonSchema.Build(
            JsonSerializer.SerializeToElement(text),
            new BuildOptions { Dialect = Strict, SchemaRegistry = new(), DialectRegistry = new(), VocabularyRegistry = new() });
    }

    public JsonElement Root { get; }

    /// <summary>A schema of the folder <c>schemas</c>.</summary>
    public static JsonSchema Load(string name) =>
        Loaded.GetOrAdd(name, _ => new JsonSchema(Parse(File.ReadAllText(Path.Combine(Repository.Root, "schemas", $"{name}.schema.json")))));

    public static JsonElement Parse(string json) => JsonElement.Parse(json);

    /// <summary>What is wrong with a document, each with its place; empty when it is valid.</summary>
    public IReadOnlyList<string> Validate(JsonElement document)
    {
        var result = _schema.Evaluate(document, EveryFault);
        if (result.IsValid) return [];
        var faults = (result.Details ?? [result]).Where(detail => !detail.IsValid);
        return [.. faults.Select(fault => $"{fault.InstanceLocation} breaks {fault.EvaluationPath}{ErrorsOf(fault)}")];
    }

    // Some keywords, "not" among them, say nothing of their own.
    private static string ErrorsOf(EvaluationResults fault) =>
        string.Concat((fault.Errors ?? []).Select(error => $"; '{error.Key}': {error.Value}"));
}
