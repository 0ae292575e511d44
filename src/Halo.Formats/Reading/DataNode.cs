namespace Halo.Formats;

/// <summary>A value of a document, whatever the syntax: a scalar, a list or a map, with its place.</summary>
/// <remarks>An alias shares the node that it names, so that a document is never larger in memory than in its file.</remarks>
internal sealed class DataNode
{
    private readonly AttributeValue _value;
    private readonly string _text;

    private readonly double? _special; // an infinite or undefined number, which no attribute can be

    private DataNode(DataKind kind, TextPlace place, AttributeValue value = default, string text = "", double? special = null) =>
        (Kind, Place, _value, _text, _special) = (kind, place, value, text, special);

    public DataKind Kind { get; }

    public TextPlace Place { get; }

    /// <summary>The text of a scalar; empty for null and for other kinds.</summary>
    public string Text => _text;

    /// <summary>The typed value of a scalar; absent for null and for other kinds. A number that is not finite is its text.</summary>
    public AttributeValue Value => _value;

    /// <summary>The number that a scalar is, infinite and undefined ones included; null for everything else.</summary>
    public double? Number => _special ?? (_value.TryGetNumber(out var number) ? number : null);

    /// <summary>The elements of a list, or the values of a map.</summary>
    public List<DataNode> Items { get; } = [];

    /// <summary>The keys of a map, in the order of <see cref="Items"/>.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>The nodes of the document that this stands for, itself and every repeat by alias among them.</summary>
    public long Size { get; private set; } = 1;

    /// <summary>How deep the nodes below it nest.</summary>
    public int Height { get; private set; }

    public static DataNode Scalar(AttributeValue value, string text, TextPlace place) => new(DataKind.Scalar, place, value, text);

    /// <summary>A scalar that is a number, finite or not. A number that no value holds exactly is the nearest double.</summary>
    public static DataNode OfNumber(double number, string text, TextPlace place) =>
        double.IsFinite(number)
            ? Scalar(NumberText.TryParse(text, out var exact) ? exact : number, text, place)
            : new(DataKind.Scalar, place, text, text, number);

    public static DataNode List(TextPlace place) => new(DataKind.List, place);

    public static DataNode Map(TextPlace place) => new(DataKind.Map, place);

    /// <summary>Adds a finished node.</summary>
    public void Add(DataNode item)
    {
        Items.Add(item);
        Size = Math.Min(Size + item.Size, long.MaxValue / 2);
        Height = Math.Max(Height, item.Height + 1);
    }

    /// <summary>The value of a map's key; null when it is absent or null.</summary>
    public DataNode? Find(string key)
    {
        var at = Keys.IndexOf(key);
        return at >= 0 && !Items[at].IsNull ? Items[at] : null;
    }

    public bool IsNull => Kind == DataKind.Scalar && _value.Kind == AttributeKind.None;

    /// <summary>Whether it is a scalar that is not null.</summary>
    public bool IsText => Kind == DataKind.Scalar && !IsNull;
}
