using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Halo.Core;

/// <summary>
/// Walks a JSON text and reports every fault with its line and column, and goes on after it. Each read method either returns a value
/// or has reported why not and passed over it.
/// </summary>
public ref struct JsonCursor
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly string?[] _texts = new string?[256]; // texts seen lately, by hash: types and names repeat
    private Utf8JsonReader _reader;
    private TextLines _lines;
    private string _ownerKind = "";
    private string? _ownerId;

    /// <summary>Puts the cursor before the first token.</summary>
    /// <param name="utf8">The text; a byte order mark is passed over.</param>
    /// <param name="file">The file's name for faults; null when unknown.</param>
    /// <param name="faults">Where faults are reported.</param>
    /// <param name="limits">The limits, of which the cursor uses the depth.</param>
    public JsonCursor(ReadOnlySpan<byte> utf8, string? file, DiagnosticBag faults, InputLimits limits)
    {
        _text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        _reader = new Utf8JsonReader(_text, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        File = file;
        Faults = faults;
        Limits = limits;
    }

    /// <summary>The token at the cursor, and the way to others.</summary>
    [UnscopedRef]
    public ref Utf8JsonReader Reader => ref _reader;

    /// <summary>The whole text, without its byte order mark.</summary>
    public readonly ReadOnlySpan<byte> Utf8 => _text;

    /// <summary>The file's name for faults; null when unknown.</summary>
    public string? File { get; }

    /// <summary>Where faults are reported.</summary>
    public DiagnosticBag Faults { get; }

    /// <summary>The limits of the input.</summary>
    public InputLimits Limits { get; }

    /// <summary>Where the current token begins. Amortized: asked for in ascending order, the text is counted once.</summary>
    public SourceLocation Here
    {
        get
        {
            var (line, column) = _lines.At(_text, (int)_reader.TokenStartIndex);
            return new SourceLocation(File, line, column);
        }
    }

    /// <summary>Says what the faults that follow belong to, such as Rule 'r1'; a null id names none.</summary>
    /// <param name="kind">The kind, with a capital: Rule, Task, Agent; empty for the file itself.</param>
    /// <param name="id">Its id, where known.</param>
    public void SetOwner(string kind, string? id)
    {
        _ownerKind = kind;
        _ownerId = id is null ? null : ShortenedText.OfName(id);
    }

    /// <summary>Reports an error, led by its owner.</summary>
    /// <param name="code">The code of its kind.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="help">What would be right.</param>
    /// <param name="location">Where it is; the cursor's place when null.</param>
    public void Fault(string code, string message, string help = "", SourceLocation? location = null)
    {
        if (Faults.IsFull)
        {
            Faults.Error(code, ""); // only counted, so not worth a sentence
            return;
        }

        var owner = _ownerKind.Length == 0 ? "" : _ownerId is null ? $"{_ownerKind}: " : $"{_ownerKind} '{_ownerId}': ";
        Faults.Error(code, owner + message, help, location ?? Here);
    }

    /// <summary>Enters the object at the cursor, or reports that there is none.</summary>
    /// <param name="what">What is read, as the fault names it.</param>
    public bool TryEnterObject(string what) => TryEnter(JsonTokenType.StartObject, what, "an object");

    /// <summary>Enters the array at the cursor, or reports that there is none.</summary>
    /// <param name="what">What is read, as the fault names it.</param>
    public bool TryEnterArray(string what) => TryEnter(JsonTokenType.StartArray, what, "an array");

    /// <summary>Moves to the array's next element; false at its end.</summary>
    public bool NextElement() => _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;

    /// <summary>The kind of the current token.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Passes over the value at the cursor; at a name, over the value after it.</summary>
    public void Skip() => _reader.Skip();

    /// <summary>Reports a value of the wrong type and passes over it.</summary>
    /// <param name="what">What is read, as the fault names it.</param>
    /// <param name="expected">The type that it must have, with its article.</param>
    public void ReportType(string what, string expected)
    {
        Fault(DiagnosticCodes.InvalidValue, Faults.IsFull ? "" : $"{what} must be {expected}, not {Describe(_reader.TokenType)}.");
        _reader.Skip();
    }

    /// <summary>The text at the cursor, a value or a name; null when it is not well-formed, which has been reported.</summary>
    public string? Text()
    {
        if (_reader.ValueIsEscaped || _reader.ValueSpan.Length > 64) return Decode();
        var bytes = _reader.ValueSpan;
        var hash = (uint)bytes.Length;
        foreach (var b in bytes) hash = (hash * 31) + b;
        ref var remembered = ref _texts[(hash ^ (hash >> 8)) & 255];
        if (remembered is not null && _reader.ValueTextEquals(remembered)) return remembered;
        return Decode() is { } text ? remembered = text : null;
    }

    private bool TryEnter(JsonTokenType token, string what, string expected)
    {
        if (_reader.TokenType == token) return true;
        ReportType(what, expected);
        return false;
    }

    private string? Decode()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            Fault(DiagnosticCodes.InvalidValue, "a text holds half of a surrogate pair or bytes that are not UTF-8.", "Use whole Unicode characters.");
            return null;
        }
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
