using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Halo.Formats;

/// <summary>Gives YAML scalars their types, by the core schema of YAML 1.2.</summary>
internal static class YamlScalar
{
    /// <summary>Only what stands without quotes can be other than text.</summary>
    public static DataNode ToNode(Scalar scalar, int line)
    {
        var value = scalar.Style == ScalarStyle.Plain ? Resolve(scalar.Value) : AttributeValue.Of(scalar.Value);
        return DataNode.Scalar(value, value.Kind == AttributeKind.None ? "" : value.TryGetBoolean(out var flag) ? flag ? "true" : "false" : scalar.Value, line);
    }

    private static AttributeValue Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => default,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when IsDecimal(text) && NumberText.TryParse(text, out var number) => number, // what no number holds exactly stays a text
        _ => text,
    };

    private static bool IsDecimal(string text) => char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.');
}
