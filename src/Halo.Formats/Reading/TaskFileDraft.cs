using System.Globalization;

namespace Halo.Formats;

/// <summary>The tasks, agents and faults that a reader has found so far, each with its line.</summary>
internal sealed class TaskFileDraft(string format, string? file, TaskFileLimits limits)
{
    private readonly List<TaskNode> _tasks = [];
    private readonly List<SourceLocation> _taskLocations = [];
    private readonly List<Agent> _agents = [];
    private readonly List<SourceLocation> _agentLocations = [];
    private TaskAdmission? _admission;
    private bool _isFull;

    /// <summary>What the format is called; a reader may say it more exactly.</summary>
    public string Format { get; set; } = format;

    /// <summary>The file that is read at present, for faults and locations.</summary>
    public string? File { get; set; } = file;

    public InputLimits Limits { get; } = limits.Input;

    public int MaxAliases { get; } = limits.MaxAliases;

    public DiagnosticBag Faults { get; } = new();

    public void Fault(string code, string message, string help, TextPlace place) => Faults.Error(code, message, help, LocationOf(place));

    public void AddTask(TaskNode task, TextPlace place)
    {
        if (!HasRoom(_tasks.Count, "tasks", place)) return;
        var location = LocationOf(place);
        _admission ??= new TaskAdmission(Limits, Faults);
        _tasks.Add(_admission.Admit(task, location));
        _taskLocations.Add(location);
    }

    public void AddAgent(Agent agent, TextPlace place)
    {
        if (!HasRoom(_agents.Count, "machines", place)) return;
        _agents.Add(agent);
        _agentLocations.Add(LocationOf(place));
    }

    /// <summary>Whether one more fits within the limit; the first that does not is reported.</summary>
    public bool HasRoom(int count, string what, TextPlace place)
    {
        if (count < Limits.MaxItems) return true;
        if (!_isFull) Fault(
            DiagnosticCodes.TooManyItems, string.Create(CultureInfo.InvariantCulture, $"The file has more than {Limits.MaxItems} {what}."),
            "Raise the limit or split the file.", place);
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

    private SourceLocation LocationOf(TextPlace place) => new(File, place.Line, place.Column);
}
