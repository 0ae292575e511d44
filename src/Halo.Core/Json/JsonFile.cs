using System.Globalization;
using System.Text.Json;

namespace Halo.Core;

/// <summary>Reads JSON texts as a whole by a cursor.</summary>
public static class JsonFile
{
    /// <summary>
    /// Reads a document: <paramref name="read"/> is called with the cursor on the first token. A text that is not JSON
    /// becomes one fault, at the place where it stops being JSON.
    /// </summary>
    /// <param name="utf8">The text in UTF-8.</param>
    /// <param name="file">The file's name for faults; null when unknown.</param>
    /// <param name="faults">Where faults are reported.</param>
    /// <param name="limits">The limits of the input.</param>
    /// <param name="read">Reads the document; it leaves the cursor on its last token.</param>
    public static void ReadDocument(ReadOnlySpan<byte> utf8, string? file, DiagnosticBag faults, InputLimits limits, JsonDocumentAction read)
    {
        if (TextEncoding.Fault(utf8, file) is { } encoding)
        {
            faults.Add(encoding);
            return;
        }

        var cursor = new JsonCursor(utf8, file, faults, limits);
        try
        {
            cursor.Reader.Read();
            read(ref cursor);
            while (cursor.Reader.Read()) { } // the rest must be blank; the reader says so when it is not
        }
        catch (JsonException exception)
        {
            faults.Add(SyntaxFault(cursor.Utf8, file, limits, exception));
        }
    }

    /// <summary>
    /// Reads a document of the form <c>{"$schema": "...", "items": [...]}</c>: <paramref name="readItem"/> is called with
    /// the cursor on each item, <paramref name="what"/> names the kind of document with its article.
    /// </summary>
    /// <param name="utf8">The text in UTF-8.</param>
    /// <param name="file">The file's name for faults; null when unknown.</param>
    /// <param name="faults">Where faults are reported.</param>
    /// <param name="limits">The limits of the input.</param>
    /// <param name="what">The kind of document with its article, as faults name it.</param>
    /// <param name="items">The property that holds the items.</param>
    /// <param name="readItem">Reads one item; it leaves the cursor on its last token.</param>
    public static void ReadItems(ReadOnlySpan<byte> utf8, string? file, DiagnosticBag faults, InputLimits limits, string what, string items, JsonDocumentAction readItem)
    {
        if (utf8.Length > limits.MaxBytes)
        {
            faults.Error(DiagnosticCodes.UnreadableFile, InputFile.TooLargeMessage(limits), "", new SourceLocation(file, 0));
            return;
        }

        string[] properties = ["$schema", items];
        ReadDocument(utf8, file, faults, limits, (ref JsonCursor json) =>
        {
            if (!json.TryEnterObject(what)) return;
            var seen = 0UL;
            while (json.NextProperty(properties, ref seen, out var property))
            {
                if (property == "$schema") json.ReadString("'$schema'");
                else ReadArray(ref json, items, limits, readItem);
            }

            if ((seen & 2) == 0) json.Fault(DiagnosticCodes.MissingProperty, $"the file has no '{items}'.", $"Write {{\"{items}\": [...]}}.");
        });
    }

    private static void ReadArray(ref JsonCursor json, string items, InputLimits limits, JsonDocumentAction readItem)
    {
        if (!json.TryEnterArray($"'{items}'")) return;
        for (var count = 0; json.NextElement(); count++)
        {
            if (count < limits.MaxItems && !json.Faults.HasDropped)
            {
                readItem(ref json);
                continue;
            }

            if (count == limits.MaxItems)
            {
                json.SetOwner("", null);
                json.Fault(DiagnosticCodes.TooManyItems, string.Create(CultureInfo.InvariantCulture, $"the file has more than {limits.MaxItems} {items}."), "Raise the limit or split the file.");
            }

            json.Reader.Skip();
        }

        json.SetOwner("", null);
    }

    // In words of its own: those of the reader are for programmers.
    private static Diagnostic SyntaxFault(ReadOnlySpan<byte> text, string? file, InputLimits limits, JsonException exception)
    {
        var fault = JsonSyntax.Find(text, limits.MaxDepth);
        var (line, column) = fault is null
            ? ((int)Math.Min(int.MaxValue - 1L, exception.LineNumber ?? 0) + 1, 0)
            : default(TextLines).At(text, fault.Offset);
        return new Diagnostic(DiagnosticCodes.InvalidJson, DiagnosticSeverity.Error, $"This is not valid JSON. {fault?.Message ?? "It breaks off on this line."}", fault?.Help ?? "", new SourceLocation(file, line, column));
    }
}

/// <summary>Reads the value at the cursor.</summary>
/// <param name="json">The cursor, on the first token of the value; afterwards on its last.</param>
public delegate void JsonDocumentAction(ref JsonCursor json);
