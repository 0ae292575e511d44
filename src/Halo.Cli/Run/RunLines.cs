using System.Globalization;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>A run as lines: one for each begin, each further attempt and each end.</summary>
internal sealed class RunLines(Schedule schedule, TextWriter writer) : IRunView
{
    private readonly Lock _lock = new();
    private readonly RunTally _tally = new(schedule);

    public void Attempt(string task, string agent, int attempt)
    {
        lock (_lock)
        {
            _tally.Attempt(agent, attempt);
            if (attempt > 1) Write("again", string.Create(CultureInfo.InvariantCulture, $"{task} at {agent}, attempt {attempt}"));
        }
    }

    public void Show(in RunEvent happened)
    {
        lock (_lock)
        {
            _tally.Note(happened);
            var who = happened.Agent is null ? happened.Task : $"{happened.Task} at {happened.Agent}";
            if (happened.Kind == RunEventKind.Began) Write("begins", who);
            else if (happened.Kind == RunEventKind.RoutedAgain) Write("gives up", $"{who}, {RunWords.Of(happened.Reason)}; another agent takes it");
            else Write(RunWords.Of(happened.Outcome), $"{who}{Why(happened)} ({Progress()})");
        }
    }

    public void Dispose()
    {
    }

    private static string Why(in RunEvent happened) => happened.Reason == OutcomeReason.Returned ? "" : $", {RunWords.Of(happened.Reason)}";

    private string Progress() => string.Create(CultureInfo.InvariantCulture, $"{_tally.Ended} of {_tally.Tasks}{(_tally.Left is { } left && _tally.Ended < _tally.Tasks ? $", about {RunWords.Of(left)} left" : "")}");

    private void Write(string what, string which) => RunOutput.Try(() => writer.WriteLine(VisibleText.Of($"{RunWords.Of(_tally.Elapsed),9}  {what,-11}  {which}")));
}
