using System.Globalization;

namespace Halo.Formats;

/// <summary>
/// Turns a job shop into tasks and agents. Which machines may do an operation is said in Halo's own terms: the task's type
/// names the set of its machines, and a machine lists the types of all sets that it is in.
/// </summary>
internal sealed class JobShop(TaskFileDraft draft)
{
    private readonly List<Operation> _operations = [];
    private int? _machines;
    private int _machinesLine;

    public TaskFileDraft Draft => draft;

    public void SetMachines(int machines, int line)
    {
        _machinesLine = line;
        if (machines < 1) draft.Fault(DiagnosticCodes.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"'machines' is {machines}."), "Give the number of machines, at least 1.", line);
        else if (machines == 1 || draft.HasRoom(machines - 1, "machines", line)) _machines = machines;
    }

    public void Add(Operation operation)
    {
        if (draft.HasRoom(_operations.Count, "operations", operation.Line)) _operations.Add(operation);
    }

    public LoadResult<TaskFile> Finish()
    {
        var typesOfMachine = new SortedDictionary<int, List<string>>();
        var types = new HashSet<string>(StringComparer.Ordinal);
        string? previous = null;
        foreach (var operation in _operations)
        {
            var times = TimesOf(operation);
            var type = string.Join('_', times.Keys.Select(NameOf));
            if (types.Add(type)) AddType(type, times.Keys, typesOfMachine);
            draft.AddTask(ToTask(operation, type, times, operation.Number == 0 ? null : previous), operation.Line);
            previous = operation.Id;
        }

        for (var machine = 0; machine < _machines; machine++)
        {
            draft.AddAgent(new Agent(NameOf(machine)) { Types = typesOfMachine.TryGetValue(machine, out var list) ? list : [] }, _machinesLine);
        }

        return draft.Finish();
    }

    private static TaskNode ToTask(Operation operation, string type, SortedDictionary<int, double> times, string? previous) => new(operation.Id, type)
    {
        DependsOn = previous is null ? [] : [previous],
        Attributes = new Dictionary<string, AttributeValue> { ["job"] = operation.Job, ["operation"] = operation.Number },
        Estimate = times.Count == 0 ? null : TaskEstimate.Of(times.ToDictionary(entry => NameOf(entry.Key), entry => entry.Value)),
    };

    // By number, so that equal sets have equal names in whatever order a file lists them.
    private SortedDictionary<int, double> TimesOf(Operation operation)
    {
        var times = new SortedDictionary<int, double>();
        foreach (var (machine, processing, line) in operation.Alternatives)
        {
            if (machine < 0 || machine >= _machines)
            {
                draft.Fault(DiagnosticCodes.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"Operation '{operation.Id}': there is no machine {machine}."),
                    _machines is null ? "Machines are numbered from 0." : string.Create(CultureInfo.InvariantCulture, $"The machines are 0 to {_machines - 1}."), line);
            }
            else if (!times.TryAdd(machine, processing))
            {
                draft.Fault(DiagnosticCodes.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"Operation '{operation.Id}': machine {machine} is given twice."), "Keep one of them.", line);
            }
        }

        return times;
    }

    private static void AddType(string type, IEnumerable<int> machines, SortedDictionary<int, List<string>> typesOfMachine)
    {
        if (type.Length == 0) return; // an operation without a machine, which is reported
        foreach (var machine in machines)
        {
            if (typesOfMachine.TryGetValue(machine, out var types)) types.Add(type);
            else typesOfMachine.Add(machine, [type]);
        }
    }

    private static string NameOf(int machine) => string.Create(CultureInfo.InvariantCulture, $"m{machine}");
}
