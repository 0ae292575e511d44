using System.Globalization;

namespace Halo.Formats;

/// <summary>An operation, with the machines it may run on.</summary>
internal sealed class Operation(string id, int line)
{
    public string Id => id;

    public int Line => line;

    /// <summary>The job that it belongs to; null when the file does not say.</summary>
    public int? Job { get; set; }

    /// <summary>Its number: in its job, or in the file where jobs are not lists.</summary>
    public int? Number { get; init; }

    /// <summary>The ids of the operations before it.</summary>
    public List<string> DependsOn { get; } = [];

    public List<Alternative> Alternatives { get; } = [];

    /// <summary>An operation of a job that is a chain; it waits for the one before it.</summary>
    public static Operation OfJob(int job, int number, int line)
    {
        var operation = new Operation(IdOf(job, number), line) { Job = job, Number = number };
        if (number > 0) operation.DependsOn.Add(IdOf(job, number - 1));
        return operation;
    }

    private static string IdOf(int job, int number) => string.Create(CultureInfo.InvariantCulture, $"j{job}.{number}");
}

/// <summary>One machine that an operation may run on, and its time there.</summary>
internal readonly record struct Alternative(int Machine, double Processing, int Line);
