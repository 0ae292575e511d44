using System.Text;

namespace Halo.Routing;

/// <summary>
/// Graph files: <c>{"tasks":[{"id":"build","type":"compile","dependsOn":["fetch"],"attributes":{"os":"linux"},"estimate":12.5}]}</c>.
/// </summary>
public static class GraphFile
{
    private static readonly string[] TaskProperties = ["id", "type", "dependsOn", "attributes", "status", "agent", "estimate", "join", "conditions", "execution"];

    /// <summary>Loads a graph file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How large it may be; the defaults when null.</param>
    /// <exception cref="HaloValidationException">The file cannot be read or is faulty; the exception carries every fault with its line.</exception>
    public static TaskGraph Load(string path, InputLimits? limits = null) => Read(path, limits).OrThrow();

    /// <summary>Parses a graph file's text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The name to show in faults.</param>
    /// <exception cref="HaloValidationException">The text is faulty; the exception carries every fault with its line.</exception>
    public static TaskGraph Parse(string json, string? file = null) => Read(Encoding.UTF8.GetBytes(json), file).OrThrow();

    /// <summary>Loads a graph file and returns its faults instead of throwing.</summary>
    /// <inheritdoc cref="Load"/>
    public static LoadResult<TaskGraph> Read(string path, InputLimits? limits = null) =>
        InputFile.Read(path, InputLimits.Of(limits), bytes => Read(bytes, path, limits));

    /// <summary>Parses a graph file's UTF-8 text and returns its faults instead of throwing.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="file">The name to show in faults.</param>
    /// <param name="limits">How large it may be; the defaults when null.</param>
    public static LoadResult<TaskGraph> Read(ReadOnlySpan<byte> utf8, string? file = null, InputLimits? limits = null)
    {
        limits = InputLimits.Of(limits);
        var faults = new DiagnosticBag();
        var tasks = new List<TaskNode>();
        var locations = new List<SourceLocation>();
        var admission = new TaskAdmission(limits, faults);
        JsonFile.ReadItems(utf8, file, faults, limits, "a graph file", "tasks", (ref JsonCursor json) => ReadTask(ref json, tasks, locations, admission));
        try
        {
            // What could be read is validated even after a fault: one run names every fault of the file.
            return new LoadResult<TaskGraph>(new TaskGraphBuilder(tasks, [.. locations], faults).Build(), []);
        }
        catch (HaloValidationException exception)
        {
            return new LoadResult<TaskGraph>(null, exception.Diagnostics);
        }
    }

    /// <summary>Reads the task at the cursor and adds it; a faulty one is reported, and added as far as it could be read.</summary>
    internal static void ReadTask(ref JsonCursor json, List<TaskNode> tasks, List<SourceLocation> locations, TaskAdmission admission, bool needsType = true)
    {
        json.SetOwner("A task", null);
        var location = json.Here;
        if (!json.TryEnterObject("it")) return;
        if (json.PeekString("id"u8) is { } known) json.SetOwner("Task", known);

        var seen = 0UL;
        string? id = null, type = null, agent = null;
        IReadOnlyList<string> dependsOn = [];
        Dictionary<string, AttributeValue>? attributes = null;
        var status = TaskNodeStatus.Pending;
        TaskEstimate? estimate = null;
        var join = JoinRule.AllSucceeded;
        Dictionary<string, EdgeCondition>? conditions = null;
        ExecutionSettings? execution = null;
        while (json.NextProperty(TaskProperties, ref seen, out var property))
        {
            switch (property)
            {
                case "id": id = json.ReadString("'id'"); break;
                case "type": type = json.ReadString("'type'"); break;
                case "dependsOn": dependsOn = json.ReadStrings("'dependsOn'"); break;
                case "attributes": attributes = ReadAttributes(ref json); break;
                case "status": status = ReadStatus(ref json); break;
                case "agent": agent = json.ReadString("'agent'"); break;
                case "estimate": estimate = EstimateReader.Read(ref json); break;
                case "join": join = JoinReader.ReadJoin(ref json); break;
                case "conditions": conditions = JoinReader.ReadConditions(ref json); break;
                default: execution = ExecutionReader.Read(ref json); break;
            }
        }

        if (id is "" || (seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'id' is missing or empty.", "Give every task an id of its own.", location);
        if (needsType && (type is "" || (seen & 2) == 0)) json.Fault(DiagnosticCodes.MissingProperty, "'type' is missing or empty.", "Give the kind of work that it is.", location);
        if (string.IsNullOrEmpty(id)) return; // reported already; without an id nothing else can be said of it
        locations.Add(location);
        var task = new TaskNode(id, type ?? "")
        {
            DependsOn = dependsOn,
            Attributes = attributes ?? NoAttributes,
            Status = status,
            Agent = agent,
            Estimate = estimate,
            Join = join,
            Conditions = conditions ?? NoConditions,
            Execution = execution,
        };
        tasks.Add(admission.Admit(task, location));
    }

    private static readonly Dictionary<string, AttributeValue> NoAttributes = [];
    private static readonly Dictionary<string, EdgeCondition> NoConditions = [];

    private static Dictionary<string, AttributeValue>? ReadAttributes(ref JsonCursor json)
    {
        if (!json.TryEnterObject("'attributes'")) return null;
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        while (json.NextEntry(out var name))
        {
            var value = json.ReadScalar(name is null ? "an attribute" : $"attribute '{name}'");
            if (name is not null && !attributes.TryAdd(name, value)) json.Fault(DiagnosticCodes.UnknownProperty, $"attribute '{name}' is given twice.", "Keep one of them.");
        }

        return attributes;
    }

    private static TaskNodeStatus ReadStatus(ref JsonCursor json)
    {
        switch (json.ReadString("'status'"))
        {
            case "pending": return TaskNodeStatus.Pending;
            case "inProgress": return TaskNodeStatus.InProgress;
            case "completed": return TaskNodeStatus.Completed;
            case "failed": return TaskNodeStatus.Failed;
            case null: return TaskNodeStatus.Pending;
            case var other:
                json.Fault(DiagnosticCodes.InvalidValue, $"unknown status '{other}'.", "Known are pending, inProgress, completed, failed.");
                return TaskNodeStatus.Pending;
        }
    }
}
