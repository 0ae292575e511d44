using System.Globalization;

namespace Halo.Formats;

/// <summary>A job shop whose operations are numbered in the file, with the pairs that must be done one after the other.</summary>
internal sealed class PrecedenceJobShop(JobShop shop)
{
    private readonly SortedDictionary<int, Operation> _operations = [];
    private readonly List<(int Before, int After, int? Job, int Line)> _precedences = [];

    /// <summary>How many operations and precedences there are so far, whichever are more.</summary>
    public int Count => Math.Max(_operations.Count, _precedences.Count);

    public void AddAlternative(int operation, Alternative alternative) => OperationAt(operation, alternative.Line).Alternatives.Add(alternative);

    /// <summary>The operation with a number; a new one where it has not been named before.</summary>
    public Operation OperationAt(int number, int line)
    {
        if (!_operations.TryGetValue(number, out var operation))
        {
            _operations.Add(number, operation = new Operation(string.Create(CultureInfo.InvariantCulture, $"o{number}"), line) { Number = number });
        }

        return operation;
    }

    public void AddPrecedence(int before, int after, int? job, int line) => _precedences.Add((before, after, job, line));

    /// <summary>Adds every operation, after those that come before it.</summary>
    public void AddToShop()
    {
        foreach (var (before, after, job, line) in _precedences)
        {
            var (isFirstKnown, isSecondKnown) = (IsKnown(before, line), IsKnown(after, line));
            if (!isFirstKnown || !isSecondKnown) continue;
            var (first, second) = (_operations[before], _operations[after]);
            second.DependsOn.Add(first.Id);
            first.Job ??= job;
            second.Job ??= job;
        }

        foreach (var operation in _operations.Values) shop.Add(operation);
    }

    private bool IsKnown(int number, int line)
    {
        if (_operations.ContainsKey(number)) return true;
        shop.Draft.Fault(DiagnosticCodes.UnknownDependency, string.Create(CultureInfo.InvariantCulture, $"A precedence names operation {number}, which does not exist."),
            "Add the operation or remove the precedence.", line);
        return false;
    }
}
