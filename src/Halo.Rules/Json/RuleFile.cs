using System.Globalization;
using System.Text;

namespace Halo.Routing;

/// <summary>
/// Rule files: <c>{"rules":[{"id":"big-builds","priority":20,"when":{"type":"compile","cores":{"gte":8}},"route":"big_builder"}]}</c>.
/// </summary>
public static class RuleFile
{
    private static readonly string[] RuleProperties = ["id", "priority", "when", "route", "explanation"];

    /// <summary>Loads a rule file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How large it may be; the defaults when null.</param>
    /// <exception cref="HaloValidationException">The file cannot be read or is faulty; the exception carries every fault with its line.</exception>
    public static RuleSet Load(string path, InputLimits? limits = null) => Read(path, limits).OrThrow();

    /// <summary>Parses a rule file's text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The name to show in faults.</param>
    /// <exception cref="HaloValidationException">The text is faulty; the exception carries every fault with its line.</exception>
    public static RuleSet Parse(string json, string? file = null) => Read(Encoding.UTF8.GetBytes(json), file).OrThrow();

    /// <summary>Loads a rule file and returns its faults instead of throwing.</summary>
    /// <inheritdoc cref="Load"/>
    public static LoadResult<RuleSet> Read(string path, InputLimits? limits = null) =>
        InputFile.Read(path, InputLimits.Of(limits), bytes => Read(bytes, path, limits));

    /// <summary>Parses a rule file's UTF-8 text and returns its faults instead of throwing.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="file">The name to show in faults.</param>
    /// <param name="limits">How large it may be; the defaults when null.</param>
    public static LoadResult<RuleSet> Read(ReadOnlySpan<byte> utf8, string? file = null, InputLimits? limits = null)
    {
        limits = InputLimits.Of(limits);
        var faults = new DiagnosticBag();
        var rules = new List<RoutingRule>();
        var locations = new List<SourceLocation>();
        var position = 0;
        JsonFile.ReadItems(utf8, file, faults, limits, "a rule file", "rules", (ref JsonCursor json) => ReadRule(ref json, ++position, rules, locations));

        // What could be read is validated even so: one run names every fault of the file.
        SourceLocation[] places = [.. locations];
        if (!faults.HasErrors) return Validated(rules, places);
        faults.AddRange(RuleValidator.Validate(rules, places).Where(fault => fault.Code != DiagnosticCodes.MissingProperty));
        return new LoadResult<RuleSet>(null, faults.ToList());
    }

    /// <summary>Writes a rule set in the form that <see cref="Load"/> reads.</summary>
    public static string ToJson(RuleSet rules) => Encoding.UTF8.GetString(RuleWriter.Write(rules));

    /// <summary>Saves a rule set. The file is replaced as a whole, so that a reader never sees half of it.</summary>
    public static void Save(RuleSet rules, string path) => OutputFile.Replace(path, RuleWriter.Write(rules));

    private static LoadResult<RuleSet> Validated(List<RoutingRule> rules, SourceLocation[] places)
    {
        try
        {
            return new LoadResult<RuleSet>(RuleSet.Create(rules, places), []);
        }
        catch (HaloValidationException exception)
        {
            return new LoadResult<RuleSet>(null, exception.Diagnostics);
        }
    }

    private static void ReadRule(ref JsonCursor json, int position, List<RoutingRule> rules, List<SourceLocation> locations)
    {
        json.SetOwner(string.Create(CultureInfo.InvariantCulture, $"Rule at position {position}"), null);
        var location = json.Here;
        if (!json.TryEnterObject("a rule")) return;
        if (json.PeekString("id"u8) is { } known) json.SetOwner("Rule", known);

        var seen = 0UL;
        string? id = null, route = null, explanation = null;
        var priority = 0;
        Condition? when = null;
        while (json.NextProperty(RuleProperties, ref seen, out var property))
        {
            switch (property)
            {
                case "id": id = json.ReadString("'id'"); break;
                case "priority": priority = json.ReadInteger("'priority'") ?? 0; break;
                case "when": when = ConditionReader.Read(ref json, "'when'"); break;
                case "route": route = json.ReadString("'route'"); break;
                default: explanation = json.ReadString("'explanation'"); break;
            }
        }

        RequireNonEmpty(ref json, id, (seen & 1) != 0, "id", "Give every rule an id of its own.", location);
        RequireNonEmpty(ref json, route, (seen & 8) != 0, "route", "Set it to an agent's name.", location);
        if ((seen & 4) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'when' is missing.", "Write {} to match every task.", location);
        rules.Add(new RoutingRule(id ?? "", when ?? Condition.Always, route ?? "", priority, explanation ?? ""));
        locations.Add(location);
    }

    private static void RequireNonEmpty(ref JsonCursor json, string? value, bool given, string property, string help, SourceLocation location)
    {
        if (!given) json.Fault(DiagnosticCodes.MissingProperty, $"'{property}' is missing.", help, location);
        else if (value is "") json.Fault(DiagnosticCodes.MissingProperty, $"'{property}' is empty.", help, location);
    }
}
