namespace Halo.Routing;

/// <summary>
/// The fluent way to write conditions:
/// <c>When.Type("compile") &amp; When.Attribute("cores").AtLeast(8) &amp; !When.Attribute("os").In("windows")</c>.
/// </summary>
public static class When
{
    /// <summary>Every task.</summary>
    public static Condition Always => Condition.Always;

    /// <summary>Tasks of one of these types.</summary>
    public static Condition Type(params string[] types) => Attribute(Condition.TypeAttribute).OneOf(Array.ConvertAll(types, AttributeValue.Of));

    /// <summary>Begins a test of one attribute.</summary>
    public static AttributeTest Attribute(string name) => new(name);

    /// <summary>All of these conditions.</summary>
    public static Condition All(params Condition[] parts) => new AllCondition(parts);

    /// <summary>Any of these conditions.</summary>
    public static Condition Any(params Condition[] parts) => new AnyCondition(parts);

    /// <summary>The opposite of a condition.</summary>
    public static Condition Not(Condition part) => new NotCondition(part);
}

/// <summary>An attribute whose test is still to be said.</summary>
/// <param name="Name">The attribute's name.</param>
public readonly record struct AttributeTest(string Name)
{
    /// <summary>It equals the value.</summary>
    public Condition Is(AttributeValue value) => new EqualsCondition(Name, value);

    /// <summary>It equals one of the values.</summary>
    public Condition In(params AttributeValue[] values) => new InCondition(Name, values);

    /// <summary>It is present.</summary>
    public Condition Exists() => new ExistsCondition(Name);

    /// <summary>It is a number greater than or equal to the bound.</summary>
    public Condition AtLeast(double minimum) => new RangeCondition(Name, Minimum: minimum);

    /// <inheritdoc cref="AtLeast(double)"/>
    public Condition AtLeast(long minimum) => RangeCondition.Of(Name, minimum, default);

    /// <summary>It is a number less than or equal to the bound.</summary>
    public Condition AtMost(double maximum) => new RangeCondition(Name, Maximum: maximum);

    /// <inheritdoc cref="AtMost(double)"/>
    public Condition AtMost(long maximum) => RangeCondition.Of(Name, default, maximum);

    /// <summary>It is a number greater than the bound.</summary>
    public Condition GreaterThan(double minimum) => new RangeCondition(Name, Minimum: minimum, MinimumInclusive: false);

    /// <inheritdoc cref="GreaterThan(double)"/>
    public Condition GreaterThan(long minimum) => RangeCondition.Of(Name, minimum, default, minimumInclusive: false);

    /// <summary>It is a number less than the bound.</summary>
    public Condition LessThan(double maximum) => new RangeCondition(Name, Maximum: maximum, MaximumInclusive: false);

    /// <inheritdoc cref="LessThan(double)"/>
    public Condition LessThan(long maximum) => RangeCondition.Of(Name, default, maximum, maximumInclusive: false);

    /// <summary>It is a number between the bounds, both inside.</summary>
    public Condition Between(double minimum, double maximum) => new RangeCondition(Name, minimum, maximum);

    /// <inheritdoc cref="Between(double, double)"/>
    public Condition Between(long minimum, long maximum) => RangeCondition.Of(Name, minimum, maximum);

    /// <summary>It is a string that begins with the text.</summary>
    public Condition StartsWith(string prefix) => new PrefixCondition(Name, prefix);

    /// <summary>It is a string that ends with the text.</summary>
    public Condition EndsWith(string suffix) => new SuffixCondition(Name, suffix);

    /// <summary>It is a string that matches the glob as a whole.</summary>
    public Condition Like(string glob) => new GlobCondition(Name, glob);

    /// <summary>It is a string in which the regular expression is found.</summary>
    public Condition Matches(string regex) => new RegexCondition(Name, regex);

    internal Condition OneOf(AttributeValue[] values) => values.Length == 1 ? Is(values[0]) : In(values);
}
