using System.Globalization;
using System.Text.Json;

namespace Halo.Rules;

/// <summary>
/// Walks a JSON text and reports every fault with its line, going on behind it. Each read method either returns a value
/// or has reported why not and passed over it.
/// </summary>
internal ref struct JsonCursor
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly string?[] _texts = new string?[256]; // texts seen lately, by hash: types and names repeat
    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _lineOffset;
    private string _ownerKind = "";
    private string? _ownerId;

    public JsonCursor(ReadOnlySpan<byte> utf8, string? file, DiagnosticBag faults, InputLimits limits)
    {
        _text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        _reader = new Utf8JsonReader(_text, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        File = file;
        Faults = faults;
        Limits = limits;
    }

    public string? File { get; }

    public DiagnosticBag Faults { get; }

    public InputLimits Limits { get; }

    /// <summary>Where the current token begins. Amortised: asked for in ascending order, the text is counted once.</summary>
    public SourceLocation Here
    {
        get
        {
            var offset = (int)_reader.TokenStartIndex;
            if (offset > _lineOffset)
            {
                _line += _text[_lineOffset..offset].Count((byte)'\n');
                _lineOffset = offset;
            }

            return new SourceLocation(File, _line);
        }
    }

    /// <summary>
    /// Reads a document: <paramref name="read"/> is called with the cursor on the first token. A text that is not JSON
    /// becomes one fault, at the place where it stops being JSON.
    /// </summary>
    public static void ReadDocument(ReadOnlySpan<byte> utf8, string? file, DiagnosticBag faults, InputLimits limits, JsonDocumentAction read)
    {
        var cursor = new JsonCursor(utf8, file, faults, limits);
        try
        {
            cursor._reader.Read();
            read(ref cursor);
            while (cursor._reader.Read()) { } // the rest must be blank; the reader says so when it is not
        }
        catch (JsonException exception)
        {
            var line = (int)Math.Min(int.MaxValue - 1L, exception.LineNumber ?? 0) + 1;
            faults.Error(DiagnosticCodes.InvalidJson, $"This is not valid JSON: {Plain(exception.Message)}",
                string.Create(CultureInfo.InvariantCulture, $"(byte {exception.BytePositionInLine ?? 0} of the line)"), new SourceLocation(file, line));
        }
    }

    /// <summary>
    /// Reads a document of the form <c>{"$schema": "...", "items": [...]}</c>: <paramref name="readItem"/> is called with
    /// the cursor on each item, <paramref name="what"/> names the kind of document with its article.
    /// </summary>
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
                else json.ReadArray(items, limits, readItem);
            }

            if ((seen & 2) == 0) json.Fault(DiagnosticCodes.MissingProperty, $"the file has no '{items}'.", $"Write {{\"{items}\": [...]}}.");
        });
    }

    /// <summary>Says whom the faults that follow belong to, such as Rule 'r1'; a null id names nobody.</summary>
    public void SetOwner(string kind, string? id)
    {
        _ownerKind = kind;
        _ownerId = id;
    }

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
    public bool TryEnterObject(string what) => TryEnter(JsonTokenType.StartObject, what, "an object");

    /// <summary>Enters the array at the cursor, or reports that there is none.</summary>
    public bool TryEnterArray(string what) => TryEnter(JsonTokenType.StartArray, what, "an array");

    /// <summary>Moves to the array's next element; false at its end.</summary>
    public bool NextElement() => _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;

    /// <summary>
    /// Moves to the value of the object's next known property; false at the object's end. Unknown and repeated
    /// properties are reported and passed over.
    /// </summary>
    /// <param name="known">The properties that the object may have; at most 64.</param>
    /// <param name="seen">The properties met so far, one bit each; begin with 0.</param>
    /// <param name="property">The property, as in <paramref name="known"/>.</param>
    /// <param name="nullIsAbsent">Whether a null counts as not given; otherwise the caller meets it as a value.</param>
    /// <param name="unknownIsFault">Whether the format has no other properties; otherwise they are passed over in silence.</param>
    public bool NextProperty(string[] known, ref ulong seen, out string property, bool nullIsAbsent = true, bool unknownIsFault = true)
    {
        while (NextName(out property!))
        {
            var index = property is null ? -1 : Array.IndexOf(known, property);
            if (index < 0)
            {
                if (property is not null && unknownIsFault)
                {
                    Fault(DiagnosticCodes.UnknownProperty, $"unknown property '{property}'.",
                        !Faults.WantsSuggestions ? "" : Suggestion.For(property, known, $"Known are {string.Join(", ", known)}."));
                }

                SkipValue();
                continue;
            }

            if ((seen & (1UL << index)) != 0)
            {
                Fault(DiagnosticCodes.UnknownProperty, $"property '{property}' stands twice.", "Keep one of them.");
                SkipValue();
                continue;
            }

            _reader.Read();
            if (nullIsAbsent && _reader.TokenType == JsonTokenType.Null) continue;
            seen |= 1UL << index;
            property = known[index];
            return true;
        }

        return false;
    }

    /// <summary>Moves to the value of the object's next property, whatever its name; false at the object's end.</summary>
    public bool NextEntry(out string? name)
    {
        if (!NextName(out name)) return false;
        _reader.Read();
        return true;
    }

    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Whether the object that the cursor has entered has no members.</summary>
    public readonly bool IsEmptyObject
    {
        get
        {
            var ahead = _reader;
            return ahead.Read() && ahead.TokenType == JsonTokenType.EndObject;
        }
    }

    /// <summary>Passes over the value at the cursor.</summary>
    public void Skip() => _reader.Skip();

    public string? ReadString(string what)
    {
        if (_reader.TokenType == JsonTokenType.String) return Text();
        ReportType(what, "a string");
        return null;
    }

    public double? ReadNumber(string what)
    {
        if (_reader.TokenType != JsonTokenType.Number) ReportType(what, "a number");
        else if (_reader.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        else Fault(DiagnosticCodes.InvalidValue, $"{what} is a number too large for a double.", "");
        return null;
    }

    public int? ReadInteger(string what)
    {
        if (_reader.TokenType != JsonTokenType.Number) ReportType(what, "a whole number of at most 32 bits");
        else if (_reader.TryGetInt32(out var number)) return number;
        else Fault(DiagnosticCodes.InvalidValue, $"{what} must be a whole number of at most 32 bits, written without fraction or exponent.");
        return null;
    }

    public bool? ReadBoolean(string what)
    {
        if (_reader.TokenType is JsonTokenType.True or JsonTokenType.False) return _reader.GetBoolean();
        ReportType(what, "true or false");
        return null;
    }

    /// <summary>Reads a string, number or boolean; null and faults give the absent value.</summary>
    public AttributeValue ReadScalar(string what)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String: return AttributeValue.Of(Text());
            case JsonTokenType.Number: return ReadNumber(what) is { } number ? AttributeValue.Of(number) : default;
            case JsonTokenType.True: return AttributeValue.Of(true);
            case JsonTokenType.False: return AttributeValue.Of(false);
            case JsonTokenType.Null: return default;
            default:
                ReportType(what, "a string, a number or a boolean");
                return default;
        }
    }

    /// <summary>Reads an array of strings; elements of other types are reported and left out.</summary>
    public IReadOnlyList<string> ReadStrings(string what)
    {
        if (!TryEnterArray(what)) return [];
        List<string>? strings = null;
        while (NextElement())
        {
            // The name of the element is put together only where it is needed: there are millions of them.
            if (_reader.TokenType != JsonTokenType.String) ReportType($"an element of {what}", "a string");
            else if (Text() is { } text) (strings ??= []).Add(text);
        }

        return strings is null ? [] : strings.ToArray();
    }

    /// <summary>Looks ahead, without moving, for a string property of the object that the cursor has entered.</summary>
    public readonly string? PeekString(ReadOnlySpan<byte> property)
    {
        var ahead = _reader;
        try
        {
            while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
            {
                var found = ahead.ValueTextEquals(property);
                ahead.Read();
                if (found) return ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;
                ahead.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reading proper will meet the same place and report it.
        }

        return null;
    }

    /// <summary>Reports a value of the wrong type and passes over it.</summary>
    public void ReportType(string what, string expected)
    {
        Fault(DiagnosticCodes.InvalidValue, Faults.IsFull ? "" : $"{what} must be {expected}, not {Describe(_reader.TokenType)}.");
        _reader.Skip();
    }

    private void ReadArray(string items, InputLimits limits, JsonDocumentAction readItem)
    {
        if (!TryEnterArray($"'{items}'")) return;
        for (var count = 0; NextElement(); count++)
        {
            if (count < limits.MaxItems && !Faults.HasDropped)
            {
                readItem(ref this);
                continue;
            }

            if (count == limits.MaxItems)
            {
                SetOwner("", null);
                Fault(DiagnosticCodes.TooManyItems, string.Create(CultureInfo.InvariantCulture, $"the file has more than {limits.MaxItems} {items}."), "Raise the limit or split the file.");
            }

            _reader.Skip();
        }

        SetOwner("", null);
    }

    private bool TryEnter(JsonTokenType token, string what, string expected)
    {
        if (_reader.TokenType == token) return true;
        ReportType(what, expected);
        return false;
    }

    private bool NextName(out string? name)
    {
        name = null;
        if (!_reader.Read() || _reader.TokenType == JsonTokenType.EndObject) return false;
        name = Text();
        return true;
    }

    private void SkipValue()
    {
        _reader.Read();
        _reader.Skip();
    }

    private string? Text()
    {
        if (_reader.ValueIsEscaped || _reader.ValueSpan.Length > 64) return Decode();
        var bytes = _reader.ValueSpan;
        var hash = (uint)bytes.Length;
        foreach (var b in bytes) hash = (hash * 31) + b;
        ref var remembered = ref _texts[(hash ^ (hash >> 8)) & 255];
        if (remembered is not null && _reader.ValueTextEquals(remembered)) return remembered;
        return Decode() is { } text ? remembered = text : null;
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

    // The serializer appends its own position, from zero; ours counts lines from one.
    private static string Plain(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}

/// <summary>Reads what the cursor stands on.</summary>
internal delegate void JsonDocumentAction(ref JsonCursor json);
