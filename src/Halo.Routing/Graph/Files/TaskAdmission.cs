using System.Collections.ObjectModel;
using System.Globalization;

namespace Halo.Routing;

/// <summary>Holds the tasks of one file against the limits on their dependencies and attributes, and reports what exceeds them.</summary>
/// <param name="limits">The limits.</param>
/// <param name="faults">Where faults are reported.</param>
public sealed class TaskAdmission(InputLimits limits, DiagnosticBag faults)
{
    private long _dependencies;
    private bool _isFull;

    /// <summary>The task as far as it is within the limits; once the file has too many dependencies, those of later tasks are dropped. O(1).</summary>
    /// <param name="task">The task.</param>
    /// <param name="location">Where it is.</param>
    public TaskNode Admit(TaskNode task, SourceLocation location)
    {
        if (task.Attributes.Count > limits.MaxAttributes)
        {
            Report(string.Create(CultureInfo.InvariantCulture, $"Task '{task.Id}' has {task.Attributes.Count} attributes; {limits.MaxAttributes} are allowed."), "Raise the limit or leave some out.", location);
            task = task with { Attributes = ReadOnlyDictionary<string, AttributeValue>.Empty };
        }

        _dependencies += task.DependsOn.Count;
        if (_dependencies <= limits.MaxDependencies) return task;
        if (!_isFull) Report(string.Create(CultureInfo.InvariantCulture, $"The file has more than {limits.MaxDependencies} dependencies; task '{task.Id}' exceeds them."), "Raise the limit or split the file.", location);
        _isFull = true;
        return task with { DependsOn = [] };
    }

    private void Report(string message, string help, SourceLocation location) => faults.Error(DiagnosticCodes.TooManyItems, message, help, location);
}
