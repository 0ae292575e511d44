using System.Text;
using System.Text.Json;

namespace Halo.Formats;

/// <summary>Reads a JSON document into nodes. The depth of its recursion is bounded by <see cref="InputLimits.MaxDepth"/>.</summary>
internal static class JsonDocumentReader
{
    /// <summary>The document; null when it is not JSON, which is reported.</summary>
    public static DataNode? Read(ReadOnlySpan<byte> utf8, TaskFileDraft draft)
    {
        DataNode? root = null;
        JsonFile.ReadDocument(utf8, draft.File, draft.Faults, draft.Limits, (ref JsonCursor json) => root = ReadNode(ref json, draft));
        return root;
    }

    private static DataNode ReadNode(ref JsonCursor json, TaskFileDraft draft)
    {
        var line = json.Here.Line;
        switch (json.Token)
        {
            case JsonTokenType.StartObject:
                return ReadMap(ref json, draft, line);
            case JsonTokenType.StartArray:
                var list = DataNode.List(line);
                while (json.NextElement()) list.Add(ReadNode(ref json, draft));
                return list;
            case JsonTokenType.Number when !NumberText.TryParse(json.Reader.ValueSpan, out _) && json.Reader.TryGetDouble(out var nearest) && double.IsFinite(nearest):
                // Other programs write more digits than a double has, often where nothing depends on them.
                return DataNode.Scalar(nearest, Encoding.UTF8.GetString(json.Reader.ValueSpan), line);
            default:
                var value = json.ReadScalar("a value");
                return DataNode.Scalar(value, TextOf(value), line);
        }
    }

    private static DataNode ReadMap(ref JsonCursor json, TaskFileDraft draft, int line)
    {
        var map = DataNode.Map(line);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase); // as in YAML: what it is written for ignores case
        while (json.NextEntry(out var name))
        {
            if (name is not null && !known.Add(name)) json.Fault(DiagnosticCodes.UnknownProperty, $"property '{name}' is given twice.", "Keep one of them.");
            map.Keys.Add(name ?? "");
            map.Add(ReadNode(ref json, draft));
        }

        return map;
    }

    private static string TextOf(in AttributeValue value) =>
        value.TryGetString(out var text) ? text
        : value.Kind == AttributeKind.Number ? value.ToString()
        : value.TryGetBoolean(out var flag) ? flag ? "true" : "false"
        : "";
}
