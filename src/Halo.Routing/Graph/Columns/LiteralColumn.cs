namespace Halo.Routing;

/// <summary>What tasks are, their types and attributes, as numbers of literals, one task after the other.</summary>
/// <param name="tasks">How many tasks there are.</param>
/// <param name="invalid">Is told of faults: the task, what is wrong, and what would be right.</param>
internal sealed class LiteralColumn(int tasks, Action<int, string, string> invalid)
{
    private int[] _literals = new int[Math.Max(4, tasks * 2)];
    private int _count;
    private bool _hasMalformedText;

    public LiteralTable Table { get; } = new();

    /// <summary>By task: where its literals begin; one more for the end.</summary>
    public int[] Starts { get; } = new int[tasks + 1];

    /// <summary>Adds a task; tasks come in their order.</summary>
    public void Add(int i, TaskNode task)
    {
        AddLiterals(i, task);
        Starts[i + 1] = _count;
    }

    public int[] ToArray() => _literals.AsSpan(0, _count).ToArray();

    private void AddLiterals(int i, TaskNode task)
    {
        if (!string.IsNullOrEmpty(task.Type))
        {
            Append(Table.Intern(Table.TypeName, AttributeValue.Of(task.Type), out var isNew));
            if (IsToCheck(isNew)) CheckText(i, TextRules.OfName(task.Type), "type");
        }

        if (task.Attributes is null || task.Attributes.Count == 0) return;
        if (task.Attributes is Dictionary<string, AttributeValue> dictionary)
        {
            // The concrete type enumerates without allocating.
            foreach (var (name, value) in dictionary) AddLiteral(i, name, value);
        }
        else
        {
            foreach (var (name, value) in task.Attributes) AddLiteral(i, name, value);
        }
    }

    private void AddLiteral(int i, string name, in AttributeValue value)
    {
        if (value.Kind == AttributeKind.None) return;
        if (name == Condition.TypeAttribute)
        {
            invalid(i, "it has an attribute 'type', which is the name of the task's own type.", "Rename the attribute or set the type.");
            return;
        }

        Append(Table.Intern(name, value, out var isNew));
        if (!IsToCheck(isNew)) return;
        CheckText(i, TextRules.OfName(name), "attribute's name");
        if (value.TryGetString(out var text)) CheckText(i, TextRules.OfValue(text), "attribute's text");
    }

    // A text that was seen before was found good before, unless there was a bad one: then every task that has it is named.
    private bool IsToCheck(bool isNew) => isNew || _hasMalformedText;

    private void CheckText(int i, TextFault? fault, string what)
    {
        if (fault is not { } wrong) return;
        _hasMalformedText = true;
        invalid(i, $"its {what} {wrong.Message}.", wrong.Help);
    }

    private void Append(int literal)
    {
        if (_count == _literals.Length) Array.Resize(ref _literals, _count * 2);
        _literals[_count++] = literal;
    }
}
