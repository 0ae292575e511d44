using System.Globalization;

namespace Halo.Formats;

/// <summary>Reads the text of a job shop, flexible or not, whose jobs are lines.</summary>
internal sealed class JobShopTextReader(NumberTable table, JobShop shop, bool isFlexible)
{
    public void Read()
    {
        var header = table.Row(0);
        var (jobs, machines, line) = ((int)Math.Min(header[0], int.MaxValue), (int)Math.Min(header[1], int.MaxValue), table.LineAt(0));
        shop.SetMachines(machines, line);
        var lengths = JobShopLines.Of(table, jobs, machines, isFlexible);
        if (lengths.Count != jobs)
        {
            Fault(string.Create(CultureInfo.InvariantCulture, $"The file says that there are {jobs} jobs, and has {lengths.Count} lines of jobs."), "Correct the first line, or give a job on each line.", line);
        }

        var usual = isFlexible ? null : UsualLength(lengths, machines);
        for (var job = 0; job < lengths.Count; job++)
        {
            var (start, end) = lengths[job];
            if (HasUnknown(table.Slice(start, end))) continue; // which is reported
            if (isFlexible) ReadFlexible(job, start, end);
            else ReadJob(job, start, end, usual);
        }

        shop.CountMachinesAsTheFileDoes();
    }

    private void ReadJob(int job, int start, int end, int? usual)
    {
        var numbers = NumberRow.WithoutEnd(table.Slice(start, end));
        var line = table.LineAt(start);
        if (numbers.Length % 2 != 0) FaultOf(job, $"it has {numbers.Length} numbers, but each operation has two, a machine and a time.", line);
        else if (usual is { } length && numbers.Length != length) FaultOf(job, $"it has {numbers.Length / 2} operations; the others have {length / 2}.", line);
        for (var i = 0; i + 1 < numbers.Length; i += 2)
        {
            var at = table.LineAt(start + i);
            var operation = Operation.OfJob(job, i / 2, at);
            AddAlternative(operation, numbers[i], numbers[i + 1], at);
            shop.Add(operation);
        }
    }

    private void ReadFlexible(int job, int start, int end)
    {
        var numbers = table.Slice(start, end);
        var at = 1;
        for (var number = 0; number < numbers[0]; number++)
        {
            var line = table.LineAt(start + at);
            if (at >= numbers.Length || !NumberRow.IsWhole(numbers[at]) || numbers[at] * 2 >= numbers.Length - at)
            {
                FaultOf(job, $"it says {numbers[0]} operations, and its line ends within operation {number}.", line);
                return;
            }

            var operation = Operation.OfJob(job, number, line);
            var alternatives = (int)numbers[at++];
            if (alternatives == 0) shop.Draft.Fault(DiagnosticCodes.InvalidTask, $"Operation '{operation.Id}': it has no machine.", "Give at least one.", line);
            for (var i = 0; i < alternatives; i++, at += 2) AddAlternative(operation, numbers[at], numbers[at + 1], table.LineAt(start + at));
            shop.Add(operation);
        }

        if (at < numbers.Length) FaultOf(job, $"it says {numbers[0]} operations, and {numbers.Length - at} numbers are left after them.", table.LineAt(start + at));
    }

    private void AddAlternative(Operation operation, double machine, double time, int line)
    {
        if (!NumberRow.IsWhole(machine)) Fault(string.Create(CultureInfo.InvariantCulture, $"Operation '{operation.Id}': {machine} is not a machine."), "Machines are whole numbers.", line);
        else if (time < 0) Fault(string.Create(CultureInfo.InvariantCulture, $"Operation '{operation.Id}': its time {time} is negative."), "Give a time, zero or more.", line);
        else operation.Alternatives.Add(new Alternative((int)machine, time, line));
    }

    // The length of a job with an operation on each machine, where most jobs have it: then another length is a slip.
    private static int? UsualLength(List<(int Start, int End)> lengths, int machines)
    {
        var usual = 0;
        foreach (var (start, end) in lengths)
        {
            if (end - start == machines * 2L) usual++;
        }

        return usual * 2 > lengths.Count ? machines * 2 : null;
    }

    private static bool HasUnknown(ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            if (double.IsNaN(number)) return true;
        }

        return false;
    }

    private void FaultOf(int job, FormattableString message, int line) =>
        shop.Draft.Fault(DiagnosticCodes.InvalidTask, string.Create(CultureInfo.InvariantCulture, $"Job '{job}': {message.ToString(CultureInfo.InvariantCulture)}"), "", line);

    private void Fault(string message, string help, int line) => shop.Draft.Fault(DiagnosticCodes.InvalidValue, message, help, line);
}
