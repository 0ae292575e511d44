using System.Globalization;

namespace Halo.Routing;

/// <summary>The ids of tasks, each of which must be there, well-formed and given once.</summary>
internal sealed class IdColumn
{
    private readonly SourceLocation[]? _locations;
    private readonly DiagnosticBag _faults;

    public IdColumn(int tasks, SourceLocation[]? locations, DiagnosticBag faults)
    {
        Values = new string[tasks];
        Index = new IdTable(Values);
        (_locations, _faults) = (locations, faults);
    }

    public string[] Values { get; }

    public IdTable Index { get; }

    /// <summary>Adds the id of a task; tasks come in their order.</summary>
    public void Add(int i, TaskNode? task)
    {
        var id = task?.Id;
        Values[i] = id ?? "";
        if (string.IsNullOrEmpty(id))
        {
            Fault(i, DiagnosticCodes.InvalidTask, $"The task at position {i + 1} {(task is null ? "is null" : "has no id")}.", "Give every task an id of its own.");
        }
        else if (TextRules.OfName(id) is { } wrong)
        {
            Fault(i, DiagnosticCodes.InvalidTask, $"The id of the task at position {i + 1} {wrong.Message}.", wrong.Help);
        }
        else if (Index.TryAdd(i) is >= 0 and var first)
        {
            var line = LocationOf(first).Line;
            Fault(i, DiagnosticCodes.DuplicateTask, $"Task '{id}': the task {(line > 0 ? "on line" : "at position")} {(line > 0 ? line : first + 1)} has the same id.", "Give one of them another id.");
        }
    }

    private void Fault(int i, string code, FormattableString message, string help) => _faults.Error(code, message.ToString(CultureInfo.InvariantCulture), help, LocationOf(i));

    private SourceLocation LocationOf(int i) => _locations is null ? default : _locations[i];
}
