using System.Globalization;

namespace Halo.Formats;

/// <summary>Reads the text of a job shop whose operations are lines, after lines of precedences.</summary>
internal static class PrecedenceTextReader
{
    public static void Read(NumberTable table, JobShop shop)
    {
        var header = table.Row(0);
        var precedences = (int)header[1];
        if (NumberRow.IsWhole(header[2])) shop.SetMachines((int)header[2], table.LineAt(0));
        else shop.Draft.Fault(DiagnosticCodes.InvalidValue, "The third number of the file is not a number of machines.", "Write operations, precedences, machines.", table.LineAt(0));

        var operations = new PrecedenceJobShop(shop);
        for (var row = 1 + precedences; row < table.RowCount; row++) ReadOperation(operations, row - 1 - precedences, table, row, shop.Draft);
        for (var row = 1; row <= precedences; row++) ReadPrecedence(operations, table, row, shop.Draft);
        operations.AddToShop();
        shop.CountMachinesAsTheFileDoes();
    }

    private static void ReadPrecedence(PrecedenceJobShop operations, NumberTable table, int row, TaskFileDraft draft)
    {
        var numbers = table.Row(row);
        var line = table.LineAt(table.RowStart(row));
        var isSound = numbers.Length is 2 or 3;
        foreach (var number in numbers) isSound &= NumberRow.IsWhole(number);
        if (isSound) operations.AddPrecedence((int)numbers[0], (int)numbers[1], numbers.Length == 3 ? (int)numbers[2] : null, line);
        else draft.Fault(DiagnosticCodes.InvalidTask, "This line is not a precedence.", "Write the operation before, the operation after, and their job.", line);
    }

    private static void ReadOperation(PrecedenceJobShop operations, int number, NumberTable table, int row, TaskFileDraft draft)
    {
        var numbers = table.Row(row);
        var line = table.LineAt(table.RowStart(row));
        var operation = operations.OperationAt(number, line);
        if (!NumberRow.IsOptions(numbers) || !NumberRow.IsJob(numbers[1..], int.MaxValue))
        {
            draft.Fault(DiagnosticCodes.InvalidTask, string.Create(CultureInfo.InvariantCulture, $"Operation '{operation.Id}': its line is not a number of machines with that many machines and times."), "", line);
            return;
        }

        for (var i = 1; i < numbers.Length; i += 2) operation.Alternatives.Add(new Alternative((int)numbers[i], numbers[i + 1], line));
    }
}
