using System.Globalization;

namespace Halo.Cli;

/// <summary>Writes what <c>halo schedule</c> found.</summary>
internal sealed class ScheduleOutput(CommandStreams streams, ScheduleFormat format, string? file)
{
    /// <summary>The file; null for standard output.</summary>
    public string? File => file;

    public bool IsTextOrJson => format is ScheduleFormat.Text or ScheduleFormat.Json;

    private bool IsForPeople => format == ScheduleFormat.Text && file is null;

    /// <summary>Writes a schedule.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public int Write(Schedule schedule, CancellationToken cancellationToken)
    {
        var code = Write(stream => WriteTo(schedule, stream), cancellationToken);
        if (code == ExitCodes.Ok && schedule.Unscheduled.Count > 0 && !IsForPeople)
        {
            streams.Say(string.Create(CultureInfo.InvariantCulture, $"{schedule.Unscheduled.Count} of {PlanSummary.Count(schedule.Graph.Count, "task")} are not scheduled."));
        }

        return code;
    }

    /// <summary>Writes why a task runs where and when it does.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public int Explain(Schedule schedule, string task, CancellationToken cancellationToken)
    {
        schedule.Graph.TryGetIndex(task, out var index);
        if (!schedule.IsScheduled(index))
        {
            var decisions = new DecisionText();
            var why = schedule.Unscheduled.FirstOrDefault(unscheduled => unscheduled.Task == task) is { } missing
                ? ScheduleLeftovers.WhyNot(schedule, missing, decisions)
                : decisions.Of(schedule.Plan[index], null);
            streams.Say($"'{task}' is not scheduled. {why}");
            return ExitCodes.Fault;
        }

        var explanation = schedule.Explain(task);
        return Write(stream => stream.Write(OutputTarget.Utf8.GetBytes(format == ScheduleFormat.Json ? explanation.ToJson() : explanation.ToText())), cancellationToken);
    }

    /// <summary>Writes what more slots would do.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="UsageException">There is no such agent.</exception>
    public int Write(WhatIf question, RoutingPlan plan, ScheduleOptions options, CancellationToken cancellationToken)
    {
        var changes = question.Answer(plan, options);
        var makespan = Scheduler.Schedule(plan, options).Makespan;
        return Write(
            stream =>
            {
                if (format == ScheduleFormat.Json) WhatIfReport.WriteJson(makespan, changes, stream);
                else WhatIfReport.WriteText(makespan, changes, stream);
            },
            cancellationToken);
    }

    private int Write(Action<Stream> write, CancellationToken cancellationToken) => OutputTarget.Write(file, streams, write, cancellationToken);

    private void WriteTo(Schedule schedule, Stream stream)
    {
        if (!IsForPeople || !streams.ShowsColors) schedule.WriteTo(stream, format, streams.Width);
        else ColorConsole.Write(stream, console => new ScheduleTextReport(schedule, streams.Width, new ColorPen(console)).Write());
    }
}
