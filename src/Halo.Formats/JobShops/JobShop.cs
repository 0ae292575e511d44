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
    private TextPlace _machinesPlace;

    public TaskFileDraft Draft => draft;

    /// <summary>The number of the first machine: 0, or 1 in files that count so. Agents are named after the file's numbers.</summary>
    public int FirstMachine { get; private set; }

    public void SetMachines(int machines, TextPlace place)
    {
        _machinesPlace = place;
        if (machines < 1) draft.Fault(
            DiagnosticCodes.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"'machines' is {machines}."),
            "Give the number of machines, at least 1.", place);
        else if (machines == 1 || draft.HasRoom(machines - 1, "machines", place)) _machines = machines;
    }

    public void Add(Operation operation)
    {
        if (draft.HasRoom(_operations.Count, "operations", operation.Place)) _operations.Add(operation);
    }

    /// <summary>Finds out whether machines are numbered from 0 or from 1: the latter when there is no machine 0, and the last one has the number of machines.</summary>
    public void CountMachinesAsTheFileDoes()
    {
        var hasLast = false;
        foreach (var alternative in _operations.SelectMany(operation => operation.Alternatives))
        {
            if (alternative.Machine == 0) return;
            hasLast |= alternative.Machine == _machines;
        }

        if (hasLast) FirstMachine = 1;
    }

    public LoadResult<TaskFile> Finish()
    {
        var typesOfMachine = new SortedDictionary<int, List<string>>();
        var types = new HashSet<string>(StringComparer.Ordinal);
        if (_machines is null && !draft.Faults.HasErrors) SetMachines(CountUsed(), _operations.Count > 0 ? _operations[0].Place : new TextPlace(1));
        foreach (var operation in _operations)
        {
            var times = TimesOf(operation);
            var type = string.Join('_', times.Keys.Select(NameOf));
            if (types.Add(type)) AddType(type, times.Keys, typesOfMachine);
            draft.AddTask(ToTask(operation, type, times), operation.Place);
        }

        for (var machine = FirstMachine; machine < FirstMachine + _machines; machine++)
        {
            draft.AddAgent(new Agent(NameOf(machine)) { Types = typesOfMachine.TryGetValue(machine, out var list) ? list : [] }, _machinesPlace);
        }

        return draft.Finish();
    }

    private static TaskNode ToTask(Operation operation, string type, SortedDictionary<int, double> times) => new(operation.Id, type)
    {
        DependsOn = operation.DependsOn,
        Attributes = AttributesOf(operation),
        Estimate = times.Count == 0 ? null : TaskEstimate.FromSeconds(times.ToDictionary(entry => NameOf(entry.Key), entry => entry.Value)),
    };

    private static Dictionary<string, AttributeValue> AttributesOf(Operation operation)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        if (operation.Job is { } job) attributes.Add("job", job);
        if (operation.Number is { } number) attributes.Add("operation", number);
        return attributes;
    }

    // Where a file does not say how many machines there are, there are those that it uses and all below them.
    private int CountUsed() => 1 + _operations.SelectMany(operation => operation.Alternatives).Select(alternative => Math.Min(alternative.Machine, int.MaxValue - 1)).DefaultIfEmpty(-1).Max();

    // By number, so that equal sets have equal names in whatever order a file lists them.
    private SortedDictionary<int, double> TimesOf(Operation operation)
    {
        var times = new SortedDictionary<int, double>();
        foreach (var (machine, processing, place) in operation.Alternatives)
        {
            if (machine < FirstMachine || machine - FirstMachine >= _machines)
            {
                draft.Fault(DiagnosticCodes.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"Operation '{operation.Id}': there is no machine {machine}."),
                    _machines is null ? "Machines are numbered from 0." : string.Create(CultureInfo.InvariantCulture, $"The machines are {FirstMachine} to {FirstMachine + _machines - 1}."), place);
            }
            else if (!times.TryAdd(machine, processing))
            {
                draft.Fault(
                    DiagnosticCodes.InvalidValue,
                    string.Create(CultureInfo.InvariantCulture, $"Operation '{operation.Id}': machine {machine} is given twice."),
                    "Keep one of them.", place);
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
