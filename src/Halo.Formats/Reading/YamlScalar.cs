using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Halo.Formats;

/// <summary>Gives YAML scalars their types, by the core schema of YAML 1.2. A tag <c>!!str</c> makes any scalar a text.</summary>
internal static class YamlScalar
{
    private const string TextTag = "tag:yaml.org,2002:str";

    /// <summary>Only what is written without quotes can be other than text.</summary>
    public static DataNode ToNode(Scalar scalar, int line)
    {
        var isText = scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value == TextTag);
        if (isText) return DataNode.Scalar(scalar.Value, scalar.Value, line);
        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => DataNode.Scalar(default, "", line),
            "true" or "True" or "TRUE" => DataNode.Scalar(true, "true", line),
            "false" or "False" or "FALSE" => DataNode.Scalar(false, "false", line),
            var text when YamlNumber.Of(text) is { } number => DataNode.OfNumber(number, text, line),
            var text => DataNode.Scalar(text, text, line),
        };
    }

    /// <summary>A scalar as the key of a map: numbers have one spelling, so that <c>3.10</c> and <c>3.1</c> are one key.</summary>
    public static string KeyOf(DataNode scalar) => scalar.Number is { } number ? number.ToString("G15", CultureInfo.InvariantCulture) : scalar.Text;
}
