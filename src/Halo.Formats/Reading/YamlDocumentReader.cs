using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Halo.Formats;

/// <summary>Reads a YAML file of one document into nodes.</summary>
internal static class YamlDocumentReader
{
    /// <summary>The document; null when it is refused, which is reported with what was found before.</summary>
    public static DataNode? Read(ReadOnlySpan<byte> utf8, TaskFileDraft draft)
    {
        if (Decode(utf8, draft) is not { } text) return null;
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        var tree = new YamlTree(draft);
        var documents = 0;
        while (Next(parser, draft) is { } current)
        {
            var place = PlaceOf(current.Start);
            var isSound = current switch
            {
                DocumentStart => ++documents == 1 || RefuseSecond(draft, place),
                Scalar scalar => tree.Add(YamlScalar.ToNode(scalar, place), AnchorOf(scalar), place),
                AnchorAlias alias => tree.AddAlias(alias.Value.Value, place),
                SequenceStart list => tree.Begin(DataNode.List(place), AnchorOf(list)),
                MappingStart map => tree.Begin(DataNode.Map(place), AnchorOf(map)),
                SequenceEnd or MappingEnd => tree.End(),
                _ => true,
            };
            if (!isSound) return null;
        }

        return tree.IsOpen ? null : tree.Root;
    }

    // A few broken texts meet the parser's own checks of its state instead of its checks of the text.
    private static ParsingEvent? Next(Parser parser, TaskFileDraft draft)
    {
        try
        {
            return parser.MoveNext() ? parser.Current : null;
        }
        catch (YamlException exception)
        {
            var (first, last) = (LineOf(exception.Start), LineOf(exception.End));
            var begun = first < last ? string.Create(CultureInfo.InvariantCulture, $" (begun on line {first})") : "";
            draft.Fault(
                DiagnosticCodes.InvalidSyntax, $"This is not valid YAML: {exception.Message.TrimEnd('.')}{begun}.", "",
                Math.Max(first, last));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            draft.Fault(DiagnosticCodes.InvalidSyntax, "This is not valid YAML.", "", parser.Current is { } last ? LineOf(last.End) : 1);
        }

        return null;
    }

    private static bool RefuseSecond(TaskFileDraft draft, TextPlace place)
    {
        draft.Fault(DiagnosticCodes.InvalidSyntax, "A second document begins here.", "Keep one document in a file.", place);
        return false;
    }

    // The scanner takes a zero byte for the end of the text, and would drop what comes after it in silence.
    private static string? Decode(ReadOnlySpan<byte> utf8, TaskFileDraft draft)
    {
        var buffer = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            var status = Utf8.ToUtf16(utf8, buffer, out var read, out var written, replaceInvalidSequences: false);
            var zero = utf8[..read].IndexOf((byte)0);
            if (status == OperationStatus.Done && zero < 0) return new string(buffer, 0, written);
            var line = utf8[..(zero < 0 ? read : zero)].Count((byte)'\n') + 1;
            draft.Fault(
                DiagnosticCodes.InvalidSyntax, zero < 0 ? "These bytes are not UTF-8." : "A zero byte is not text.",
                "Save the file as UTF-8.", line);
            return null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static string? AnchorOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;

    private static TextPlace PlaceOf(in Mark mark) => new(LineOf(mark), (int)Math.Clamp(mark.Column, 1, int.MaxValue));

    private static int LineOf(in Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);
}
