using System.Text;

namespace Halo.Core;

/// <summary>
/// Finds where a text stops being JSON (RFC 8259), and says it in words for people. It runs only on texts that a reader has
/// refused, from their beginning, without recursion.
/// </summary>
internal ref struct JsonSyntax
{
    private const int MostShown = 40;

    private readonly ReadOnlySpan<byte> _text;
    private readonly int _maxDepth;
    private readonly Stack<char> _ends = new(); // of what is open
    private int _at;

    private JsonSyntax(ReadOnlySpan<byte> text, int maxDepth)
    {
        _text = text;
        _maxDepth = maxDepth;
    }

    /// <summary>The first fault; null when the text is JSON. O(text).</summary>
    public static JsonSyntaxFault? Find(ReadOnlySpan<byte> text, int maxDepth) => new JsonSyntax(text, maxDepth).Find();

    private JsonSyntaxFault? Find()
    {
        if (SkipBlanks() >= _text.Length) return new JsonSyntaxFault(0, _text.IsEmpty ? "The text is empty." : "The text is blank.", "Give a JSON document.");
        var isAfterComma = false;
        while (true)
        {
            // A value begins here, or the name before it.
            if (_ends.TryPeek(out var end) && end == '}' && PassName(isAfterComma) is { } nameFault) return nameFault;
            var depth = _ends.Count;
            if (PassValue(isAfterComma && end == ']') is { } fault) return fault;
            isAfterComma = false;
            if (_ends.Count > depth && !IsClosed()) continue; // an object or an array with something in it

            while (_ends.TryPeek(out end))
            {
                SkipBlanks();
                if (IsAt(','))
                {
                    (_at, isAfterComma) = (_at + 1, true);
                    break;
                }

                if (!IsAt(end)) return JsonSyntaxFault.OfNext(_text, _at, end);
                _at++;
                _ends.Pop();
            }

            if (!isAfterComma) return SkipBlanks() < _text.Length ? JsonSyntaxFault.OfEnd(_text, _at) : null;
        }
    }

    // Whether what has just begun ends at once.
    private bool IsClosed()
    {
        SkipBlanks();
        if (!IsAt(_ends.Peek())) return false;
        _at++;
        _ends.Pop();
        return true;
    }

    private JsonSyntaxFault? PassName(bool isAfterComma)
    {
        SkipBlanks();
        if (!IsAt('"')) return JsonSyntaxFault.OfName(_text, _at, isAfterComma);
        if (PassText() is { } fault) return fault;
        SkipBlanks();
        if (!IsAt(':')) return JsonSyntaxFault.OfColon(_text, _at);
        _at++;
        return null;
    }

    private JsonSyntaxFault? PassValue(bool isAfterComma)
    {
        SkipBlanks();
        if (_at >= _text.Length) return JsonSyntaxFault.OfValue(_text, _at, isAfterComma);
        var rest = _text[_at..];
        switch (_text[_at])
        {
            case (byte)'"': return PassText();
            case (byte)'{' or (byte)'[':
                if (_ends.Count >= _maxDepth) return new JsonSyntaxFault(_at, $"The text is nested more than {_maxDepth} deep.", "Write it plainer, or raise the limit.");
                _ends.Push(_text[_at++] == (byte)'{' ? '}' : ']');
                return null;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'): return PassNumber();
            default:
                var length = rest.StartsWith("true"u8) || rest.StartsWith("null"u8) ? 4 : rest.StartsWith("false"u8) ? 5 : 0;
                if (length == 0 || IsWord(_at + length)) return JsonSyntaxFault.OfValue(_text, _at, isAfterComma);
                _at += length;
                return null;
        }
    }

    private JsonSyntaxFault? PassText()
    {
        var start = _at++;
        while (_at < _text.Length)
        {
            var next = _text[_at];
            if (next == (byte)'"')
            {
                _at++;
                return null;
            }

            if (next < ' ')
            {
                return new JsonSyntaxFault(_at, "A text has a line break or another control character in it.", "Write \\n for a line break, \\t for a tab, or close the text with a double quote.");
            }

            if (next == (byte)'\\' && PassEscape() is { } fault) return fault;
            _at++;
        }

        return new JsonSyntaxFault(start, "This text has no end.", "Close it with a double quote.");
    }

    // Stops on the last byte of the escape.
    private JsonSyntaxFault? PassEscape()
    {
        var start = _at++;
        if (_at >= _text.Length || "\"\\/bfnrt"u8.Contains(_text[_at])) return null;
        if (_text[_at] != (byte)'u') return new JsonSyntaxFault(start, $"'\\{(char)_text[_at]}' is not an escape.", "Write \\\\ for a backslash.");
        for (var i = 0; i < 4; i++)
        {
            if (++_at >= _text.Length || !char.IsAsciiHexDigit((char)_text[_at])) return new JsonSyntaxFault(start, "'\\u' needs four hexadecimal digits.");
        }

        return null;
    }

    private JsonSyntaxFault? PassNumber()
    {
        var start = _at;
        if (IsAt('-')) _at++;
        var isWhole = IsAt('0') ? PassZero() : PassDigits();
        var isFraction = !IsAt('.') || (++_at > 0 && PassDigits());
        var isExponent = true;
        if (IsAt('e') || IsAt('E'))
        {
            _at++;
            if (IsAt('+') || IsAt('-')) _at++;
            isExponent = PassDigits();
        }

        if (isWhole && isFraction && isExponent && !IsWord(_at)) return null;
        while (IsWord(_at)) _at++;
        var shown = Encoding.ASCII.GetString(_text[start..Math.Min(_at, start + MostShown)]);
        return new JsonSyntaxFault(start, $"'{shown}' is not a JSON number.", "Write digits, perhaps with a fraction and an exponent, and no zero before them.");
    }

    private bool PassZero()
    {
        _at++;
        return _at >= _text.Length || !char.IsAsciiDigit((char)_text[_at]);
    }

    private bool PassDigits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit((char)_text[_at])) _at++;
        return _at > start;
    }

    private readonly bool IsAt(char character) => _at < _text.Length && _text[_at] == character;

    private readonly bool IsWord(int at) => at < _text.Length && JsonSyntaxFault.IsWord(_text[at]);

    private int SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) _at++;
        return _at;
    }
}
