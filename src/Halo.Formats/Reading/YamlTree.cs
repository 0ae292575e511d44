namespace Halo.Formats;

/// <summary>
/// Puts a YAML document together from its events, without recursion. Aliases are followed within bounds: what a document
/// stands for, repeats counted, is at most <see cref="InputLimits.MaxItems"/> values, nested at most <see cref="InputLimits.MaxDepth"/> deep.
/// </summary>
internal sealed class YamlTree(TaskFileDraft draft)
{
    private readonly Stack<Frame> _open = new();
    private readonly Dictionary<string, DataNode> _anchors = new(StringComparer.Ordinal);

    private int _aliases;

    /// <summary>The document, when it is complete.</summary>
    public DataNode? Root { get; private set; }

    /// <summary>Whether a list or a map has begun and not ended.</summary>
    public bool IsOpen => _open.Count > 0;

    /// <summary>Begins a list or a map. Returns false when the document is refused, which is reported.</summary>
    public bool Begin(DataNode node, string? anchor)
    {
        if (_open.Count >= draft.Limits.MaxDepth) return Refuse($"it is nested more than {draft.Limits.MaxDepth} deep", node.Place);
        _open.Push(new Frame(node, anchor));
        return true;
    }

    /// <summary>Ends the innermost list or map.</summary>
    public bool End()
    {
        var frame = _open.Pop();
        return Add(frame.Node, frame.Anchor, frame.Node.Place);
    }

    /// <summary>Adds a node in the place that the document has reached: an element, a key or a value.</summary>
    public bool Add(DataNode node, string? anchor, TextPlace place)
    {
        if (anchor is not null) _anchors[anchor] = node;
        if (!_open.TryPeek(out var parent))
        {
            Root = node;
            return true;
        }

        if (parent.Node.Kind == DataKind.Map && !parent.HasKey) return AddKey(parent, node, place);
        parent.HasKey = false;
        if (parent.SkipsValue) return true;
        parent.Node.Add(node);
        if (_open.Count + node.Height > draft.Limits.MaxDepth) return Refuse($"with its aliases it is nested more than {draft.Limits.MaxDepth} deep", place);
        return parent.Node.Size <= draft.Limits.MaxItems || Refuse($"with its aliases it has more than {draft.Limits.MaxItems} values", place);
    }

    /// <summary>Adds the node that an alias names.</summary>
    public bool AddAlias(string anchor, TextPlace place)
    {
        if (++_aliases > draft.MaxAliases) return Refuse($"it has more than {draft.MaxAliases} aliases", place);
        if (_anchors.TryGetValue(anchor, out var node)) return Add(node, null, place);
        draft.Fault(
            DiagnosticCodes.InvalidSyntax, $"The alias '*{anchor}' names nothing before it.", "Define it before, as a whole.", place);
        return Add(DataNode.Scalar(default, "", place), null, place);
    }

    private bool AddKey(Frame parent, DataNode key, TextPlace place)
    {
        parent.HasKey = true;
        parent.SkipsValue = true;
        if (key.Kind != DataKind.Scalar) draft.Fault(DiagnosticCodes.InvalidSyntax, "A key is a list or a map.", "Use a text.", place);
        else if (key.Text == "<<") draft.Fault(
            DiagnosticCodes.InvalidSyntax, "A merge key '<<' is not part of workflow files.",
            "Write the properties out, or alias the whole value.", place);
        else if (!parent.KnownKeys.TryAdd(YamlScalar.KeyOf(key), (key.Text, place.Line))) ReportRepeated(parent, key, place);
        else parent.SkipsValue = false;

        if (!parent.SkipsValue) parent.Node.Keys.Add(YamlScalar.KeyOf(key));
        return true;
    }

    private void ReportRepeated(Frame parent, DataNode key, TextPlace place)
    {
        var (first, firstLine) = parent.KnownKeys[YamlScalar.KeyOf(key)];
        var message = first == key.Text ? $"The key '{key.Text}' is given twice, first on line {firstLine}." : $"The key '{key.Text}' is the same as '{first}' on line {firstLine}: keys ignore case.";
        draft.Fault(DiagnosticCodes.UnknownProperty, message, "Keep one of them.", place);
    }

    private bool Refuse(string reason, TextPlace place)
    {
        draft.Fault(DiagnosticCodes.InvalidSyntax, $"The document is refused: {reason}.", "Write it plainer, or raise the limit.", place);
        return false;
    }

    private sealed class Frame(DataNode node, string? anchor)
    {
        public DataNode Node => node;

        public string? Anchor => anchor;

        /// <summary>The keys so far. GitHub ignores case in all of them.</summary>
        public Dictionary<string, (string Text, int Line)> KnownKeys { get; } = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>In a map, whether the next node is a value.</summary>
        public bool HasKey { get; set; }

        /// <summary>Whether that value belongs to a key that was refused.</summary>
        public bool SkipsValue { get; set; }
    }
}
