using System.Text.RegularExpressions;

namespace Halo.Routing;

/// <summary>The attribute is a string that begins with a text.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Prefix">The text, not empty, compared ordinally.</param>
public sealed record PrefixCondition(string Attribute, string Prefix) : AttributeCondition(Attribute)
{
    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}

/// <summary>The attribute is a string that ends with a text.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Suffix">The text, not empty, compared ordinally.</param>
public sealed record SuffixCondition(string Attribute, string Suffix) : AttributeCondition(Attribute)
{
    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}

/// <summary>
/// The attribute is a string that matches a glob as a whole: <c>*</c> any run of characters, <c>?</c> one UTF-16 code
/// unit, <c>[a-z]</c> and <c>[!a-z]</c> sets, <c>\x</c> the character x itself.
/// </summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Pattern">The glob, of at most 1,000 characters.</param>
public sealed record GlobCondition(string Attribute, string Pattern) : AttributeCondition(Attribute)
{
    private GlobPattern? _parsed;

    /// <summary>The glob.</summary>
    public string Pattern { get; } = Pattern;

    /// <summary>The parsed form, made at first use.</summary>
    internal GlobPattern Parsed => _parsed ??=
        GlobPattern.TryParse(Pattern, out var parsed, out var error) ? parsed : throw new InvalidOperationException($"The glob '{Pattern}' is not valid: {error}.");

    /// <inheritdoc/>
    public bool Equals(GlobCondition? other) => other is not null && Attribute == other.Attribute && Pattern == other.Pattern;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(GlobCondition), Attribute, Pattern);

    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}

/// <summary>
/// The attribute is a string in which a regular expression is found; anchor it with <c>^</c> and <c>$</c> to match the
/// whole. It runs without backtracking, in time linear in the text: lookarounds, backreferences and atomic groups are refused.
/// </summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Pattern">The regular expression, in .NET syntax.</param>
public sealed record RegexCondition(string Attribute, string Pattern) : AttributeCondition(Attribute)
{
    private Regex? _compiled;

    /// <summary>The regular expression.</summary>
    public string Pattern { get; } = Pattern;

    /// <summary>The compiled form, made at first use: a quarter of a megabyte and most of a millisecond each.</summary>
    internal Regex Compiled => _compiled ??= RegexPattern.Create(Pattern);

    /// <inheritdoc/>
    public bool Equals(RegexCondition? other) => other is not null && Attribute == other.Attribute && Pattern == other.Pattern;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(RegexCondition), Attribute, Pattern);

    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}
