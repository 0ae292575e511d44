using System.Globalization;

namespace Halo.Formats;

/// <summary>The tasks, agents and faults that a reader has found so far, each with its line.</summary>
internal sealed class TaskFileDraft(string format, string? file, InputLimits limits)
{
    private readonly List<TaskNode> _tasks = [];
    private readonly List<SourceLocation> _taskLocations = [];
    private readonly List<Agent> _agents = [];
    private readonly List<SourceLocation> _agentLocations = [];
    private TaskAdmission? _admission;
    private bool _isFull;

    /// <summary>What the format is called; a reader may say it more exactly.</summary>
    public string Format { get; set; } = format;

    public string? File => file;

    public InputLimits Limits => limits;

    public DiagnosticBag Faults { get; } = new();

    public void Fault(string code, string message, string help, int line) => Faults.Error(code, message, help, new SourceLocation(file, line));

    public void AddTask(TaskNode task, int line)
    {
        if (!HasRoom(_tasks.Count, "tasks", line)) return;
        var location = new SourceLocation(file, line);
        _admission ??= new TaskAdmission(limits, Faults);
        _tasks.Add(_admission.Admit(task, location));
        _taskLocations.Add(location);
    }

    public void AddAgent(Agent agent, int line)
    {
        if (!HasRoom(_agents.Count, "machines", line)) return;
        _agents.Add(agent);
        _agentLocations.Add(new SourceLocation(file, line));
    }

    /// <summary>Whether one more fits within the limit; the first that does not is reported.</summary>
    public bool HasRoom(int count, string what, int line)
    {
        if (count < limits.MaxItems) return true;
        if (!_isFull) Fault(DiagnosticCodes.TooManyItems, string.Create(CultureInfo.InvariantCulture, $"The file has more than {limits.MaxItems} {what}."), "Raise the limit or split the file.", line);
        _isFull = true;
        return false;
    }

    /// <summary>The file; or its faults, those between its tasks among them, also where reading found some.</summary>
    public LoadResult<TaskFile> Finish()
    {
        AgentValidator.Validate(_agents, _agentLocations, Faults);
        try
        {
            var graph = TaskGraph.Create(_tasks, _taskLocations, Faults);
            var agents = _agents.Count == 0 ? null : AgentRegistry.Create(_agents, _agentLocations, Faults);
            return new LoadResult<TaskFile>(new TaskFile(Format, graph, agents), Faults.ToList());
        }
        catch (HaloValidationException exception)
        {
            return new LoadResult<TaskFile>(null, exception.Diagnostics);
        }
    }
}
