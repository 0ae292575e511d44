namespace Halo.Reporting;

/// <summary>Text that is cut to a width.</summary>
public static class ShortText
{
    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string Of(string text, int width)
    {
        if (text.Length <= width) return text;
        var end = char.IsHighSurrogate(text[width - 2]) ? width - 2 : width - 1;
        return text[..end] + "…";
    }
}
