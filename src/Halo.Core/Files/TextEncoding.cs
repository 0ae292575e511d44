namespace Halo.Core;

/// <summary>Finds out whether bytes are text in another encoding than UTF-8, by their byte order mark or by where zero bytes are.</summary>
public static class TextEncoding
{
    /// <summary>What to do about it.</summary>
    public const string Help = "Save it as UTF-8: editors offer the encoding in 'Save as'; PowerShell has 'Out-File -Encoding utf8', other shells 'iconv -t UTF-8'.";

    /// <summary>The fault of a text that is UTF-16 or UTF-32; null for every other text.</summary>
    /// <param name="text">The bytes, or the first of them.</param>
    /// <param name="file">The file's name; null when unknown.</param>
    public static Diagnostic? Fault(ReadOnlySpan<byte> text, string? file) => NameOf(text) is { } name
        ? new Diagnostic(DiagnosticCodes.UnreadableFile, DiagnosticSeverity.Error, $"The text is {name}, not UTF-8.", Help, new SourceLocation(file, 1))
        : null;

    // Without a mark, the first two characters tell: they are in ASCII in every format, and no UTF-8 text has zero bytes.
    private static string? NameOf(ReadOnlySpan<byte> text) => text switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => "UTF-32 (little-endian)",
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => "UTF-32 (big-endian)",
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] or [not 0, 0] => "UTF-16 (little-endian)",
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] or [0, not 0] => "UTF-16 (big-endian)",
        _ => null,
    };
}
