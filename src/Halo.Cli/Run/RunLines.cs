using System.Globalization;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>A run as lines: one for each begin, each pause, each further attempt and each end.</summary>
internal sealed class RunLines(Schedule schedule, TextWriter writer) : IRunView
{
    private readonly Lock _lock = new();
    private readonly RunTally _tally = new(schedule);

    public void Show(RunEvent happened)
    {
        lock (_lock)
        {
            _tally.Note(happened);
            if (LineOf(happened) is var (what, which)) writer.WriteLine(VisibleText.Of($"{RunWords.Of(happened.At),9}  {what,-11}  {which}"));
        }
    }

    public void Dispose()
    {
    }

    private (string What, string Which)? LineOf(RunEvent happened)
    {
        var at = happened.Agent is null ? happened.Task : $"{happened.Task} at {happened.Agent}";
        return happened.Kind switch
        {
            RunEventKind.Began => ("begins", at),
            RunEventKind.BeganAgain => ("again", string.Create(CultureInfo.InvariantCulture, $"{at}, attempt {happened.Attempt}")),
            RunEventKind.Paused when happened.Reason == OutcomeReason.CircuitOpen => ("waits", $"{happened.Task}, {RunWords.Of(happened.Pause)}: every agent that could do it is left alone for a while"),
            RunEventKind.Paused => ("pauses", $"{at}, {RunWords.Of(happened.Pause)} after attempt {happened.Attempt}: {happened.Failure?.Message}"),
            RunEventKind.RoutedAgain => ("gives up", $"{at}, {RunWords.Of(happened.Reason)}; another agent takes it"),
            RunEventKind.Ended => (RunWords.Of(happened.Outcome), $"{at}{Why(happened)} ({Progress()})"),
            _ => null,
        };
    }

    private static string Why(RunEvent happened) => happened.Reason == OutcomeReason.Returned ? "" : $", {RunWords.Of(happened.Reason)}";

    private string Progress() => string.Create(CultureInfo.InvariantCulture, $"{_tally.Ended} of {_tally.Tasks}{(_tally.Left is { } left ? $", about {RunWords.Of(left)} left" : "")}");
}
