using System.Text;

namespace Halo.Rules;

/// <summary>The text of a glob between two stars.</summary>
internal sealed class GlobSegment
{
    private readonly GlobElement[] _elements;
    private readonly string? _literal; // the whole segment, where it is only text: searched vectorised

    public GlobSegment(GlobElement[] elements)
    {
        _elements = elements;
        LiteralHead = new string([.. elements.TakeWhile(e => e.Set is null).Select(e => e.Literal)]);
        LiteralTail = new string([.. elements.Reverse().TakeWhile(e => e.Set is null).Select(e => e.Literal).Reverse()]);
        _literal = LiteralHead.Length == elements.Length ? LiteralHead : null;
    }

    public int Length => _elements.Length;

    public string LiteralHead { get; }

    public string LiteralTail { get; }

    public bool MatchesAt(ReadOnlySpan<char> text)
    {
        if (_literal is not null) return text.StartsWith(_literal, StringComparison.Ordinal);
        for (var i = 0; i < _elements.Length; i++)
        {
            if (!_elements[i].Matches(text[i])) return false;
        }

        return true;
    }

    public void AppendSample(StringBuilder text)
    {
        foreach (var element in _elements) text.Append(element.Sample);
    }

    public int FindIn(ReadOnlySpan<char> text)
    {
        if (_literal is not null) return text.IndexOf(_literal, StringComparison.Ordinal);
        for (var at = 0; at + Length <= text.Length; at++)
        {
            if (MatchesAt(text[at..])) return at;
        }

        return -1;
    }
}
