using System.Globalization;

namespace Halo.Formats;

/// <summary>An operation of a job, with the machines it may run on.</summary>
internal sealed record Operation(int Job, int Number, int Line)
{
    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"j{Job}.{Number}");

    public List<Alternative> Alternatives { get; } = [];
}

/// <summary>One machine that an operation may run on, and its time there.</summary>
internal readonly record struct Alternative(int Machine, double Processing, int Line);
