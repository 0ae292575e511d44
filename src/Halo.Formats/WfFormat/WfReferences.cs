using System.Globalization;

namespace Halo.Formats;

/// <summary>
/// What tasks up to WfFormat 1.4 are called. They name each other by name, which is their id here where no two tasks share one;
/// otherwise it is the id of the file, and a name that tasks share stands for none of them.
/// </summary>
internal sealed class WfReferences
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _names;
    private readonly bool _usesNames;
    private readonly TaskFileDraft _draft;

    public WfReferences(IReadOnlyList<WfWholeTask> tasks, TaskFileDraft draft)
    {
        _draft = draft;
        _names = tasks.CountBy(task => task.Task.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        _usesNames = _names.Count == tasks.Count || tasks.Any(task => task.Id is null);
        foreach (var task in tasks.Where(task => _usesNames || _names[task.Task.Name] == 1)) _ids.TryAdd(task.Task.Name, IdOf(task));
        foreach (var task in tasks.Where(task => task.Id is not null)) _ids.TryAdd(task.Id!, IdOf(task));
    }

    /// <summary>The id of a task.</summary>
    public string IdOf(WfWholeTask task) => _usesNames ? task.Task.Name : task.Id!;

    /// <summary>The references of a task by id. One that names no task stays as it is; one that names several is reported.</summary>
    public List<WfReference>? Resolve(string owner, IReadOnlyList<WfReference>? references)
    {
        if (references is null) return null;
        var resolved = new List<WfReference>(references.Count);
        foreach (var reference in references)
        {
            if (_ids.TryGetValue(reference.Id, out var id)) resolved.Add(reference with { Id = id });
            else if (!_names.TryGetValue(reference.Id, out var count)) resolved.Add(reference);
            else
            {
                _draft.Fault(DiagnosticCodes.UnknownDependency,
                    string.Create(CultureInfo.InvariantCulture, $"Task '{owner}' names '{reference.Id}', which is the name of {count} tasks."), "Name the id of one of them.", reference.Line);
            }
        }

        return resolved;
    }
}
