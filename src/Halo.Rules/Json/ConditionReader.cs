using System.Text.Json;

namespace Halo.Rules;

/// <summary>Reads the <c>when</c> of a rule file into a condition. A faulty part is reported and left out.</summary>
internal static class ConditionReader
{
    /// <summary>Reads the object at the cursor. Its members must all hold.</summary>
    public static Condition Read(ref JsonCursor json, string what)
    {
        var parts = new List<Condition>();
        if (!json.TryEnterObject(what)) return Condition.Always;
        HashSet<string>? names = null;
        string? first = null;
        while (json.NextEntry(out var name))
        {
            if (name is not null && IsRepeated(name, ref first, ref names))
            {
                json.Fault(DiagnosticCodes.UnknownProperty, $"'{name}' is given twice in {what}.", "Keep one of them, or put both in 'all'.");
                json.Skip();
                continue;
            }

            switch (name)
            {
                case null: json.Skip(); break;
                case "all": parts.Add(new AllCondition(ReadList(ref json, "'all'"))); break;
                case "any": parts.Add(new AnyCondition(ReadList(ref json, "'any'"))); break;
                case "not": parts.Add(new NotCondition(Read(ref json, "'not'"))); break;
                default: ReadTest(ref json, name, parts); break;
            }
        }

        return parts is [var only] ? only : new AllCondition(parts);
    }

    // Most objects have one member: only the second one makes a set.
    private static bool IsRepeated(string name, ref string? first, ref HashSet<string>? names)
    {
        if (first is null)
        {
            first = name;
            return false;
        }

        names ??= new HashSet<string>(StringComparer.Ordinal) { first };
        return !names.Add(name);
    }

    private static List<Condition> ReadList(ref JsonCursor json, string what)
    {
        var parts = new List<Condition>();
        if (!json.TryEnterArray(what)) return parts;
        while (json.NextElement()) parts.Add(Read(ref json, $"an element of {what}"));
        return parts;
    }

    private static void ReadTest(ref JsonCursor json, string attribute, List<Condition> parts)
    {
        switch (json.Token)
        {
            case JsonTokenType.StartObject:
                OperatorReader.Read(ref json, attribute, parts);
                break;
            case JsonTokenType.StartArray:
                json.Fault(DiagnosticCodes.InvalidValue, $"'{attribute}' is compared with an array.", $"For one of several values write {{\"{attribute}\": {{\"in\": [...]}}}}.");
                json.ReadStrings(attribute);
                break;
            case JsonTokenType.Null:
                json.Fault(DiagnosticCodes.InvalidValue, $"'{attribute}' is compared with null.", $"To ask for absence write {{\"{attribute}\": {{\"exists\": false}}}}.");
                break;
            default:
                var value = json.ReadScalar($"'{attribute}'");
                if (value.Kind != AttributeKind.None) parts.Add(new EqualsCondition(attribute, value));
                break;
        }
    }
}
