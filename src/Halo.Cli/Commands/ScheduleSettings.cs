using System.CommandLine;

namespace Halo.Cli;

/// <summary>The options of <c>halo schedule</c> that say how to schedule and how to improve.</summary>
internal sealed class ScheduleSettings
{
    private const string AttributePrefix = "attribute:";

    private readonly Option<AgentSelection> _select = Choice.Create(
        "--select",
        "Which of the agents that rules or capability admit takes a task: the plan's, the one that finishes it first, the cheapest, or the one with the least work.",
        ("first-rule", AgentSelection.FirstRule),
        ("earliest-finish", AgentSelection.EarliestFinish),
        ("cheapest", AgentSelection.Cheapest),
        ("balanced", AgentSelection.Balanced));

    private readonly Option<(SchedulePriority Priority, string? Attribute)> _priority = new("--priority")
    {
        HelpName = "critical-path|fifo|longest|attribute:NAME",
        Description = "Which task goes first: the one with the longest path behind it, the one that could start first, the longest, or the one with the largest attribute. Default critical-path.",
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (word.StartsWith(AttributePrefix, StringComparison.Ordinal) && word.Length > AttributePrefix.Length) return (SchedulePriority.Attribute, word[AttributePrefix.Length..]);
            SchedulePriority? priority = word switch { "critical-path" => SchedulePriority.CriticalPath, "fifo" => SchedulePriority.Fifo, "longest" => SchedulePriority.LongestFirst, _ => null };
            if (priority is null) result.AddError($"--priority cannot be '{word}'; it is one of critical-path, fifo, longest, attribute:NAME.");
            return (priority.GetValueOrDefault(), null);
        },
    };

    private readonly Option<double?> _minSuccess = new("--min-success") { HelpName = "RATE", Description = "The success rate that an agent needs, from 0 to 1; for every --select but first-rule. Default 0." };
    private readonly Option<double?> _deadline = Durations.Create("--deadline", "When everything should be done, for --select cheapest: more expensive agents are taken where the cheapest would be too late. Default: time does not matter.");
    private readonly Option<double?> _defaultEstimate = Durations.Create("--default-estimate", "How long a task without an estimate takes. Default 1s.");
    private readonly Option<double?> _improve = Durations.Create("--improve", "How long to search for a shorter schedule; Ctrl-C ends it early and keeps the best so far. Default: not at all.");
    private readonly Option<int?> _seed = new("--seed") { HelpName = "N", Description = "Where the chance of --improve begins. Default 1." };

    public void AddOptions(Command command)
    {
        foreach (var option in (Option[])[_select, _priority, _minSuccess, _deadline, _defaultEstimate, _improve, _seed]) command.Add(option);
    }

    /// <exception cref="UsageException">Options that do not go together, or a value out of its range.</exception>
    public ScheduleOptions OptionsOf(ParseResult parsed)
    {
        var ((priority, attribute), selection) = (parsed.GetValue(_priority), parsed.GetValue(_select));
        var (minSuccess, deadline) = (parsed.GetValue(_minSuccess), parsed.GetValue(_deadline));
        if (minSuccess is not null and not (>= 0 and <= 1)) throw new UsageException("--min-success is from 0 to 1.");
        if (minSuccess is not null && selection == AgentSelection.FirstRule) throw new UsageException("--min-success does nothing where the plan's agents are kept; choose another --select than first-rule.");
        if (deadline is not null && selection != AgentSelection.Cheapest) throw new UsageException("--deadline is for --select cheapest.");
        var defaultEstimate = parsed.GetValue(_defaultEstimate) ?? ScheduleOptions.Default.DefaultEstimate.TotalSeconds;
        if (!(defaultEstimate <= TaskEstimate.MaxSeconds)) throw new UsageException($"--default-estimate is at most {TaskEstimate.MaxSeconds}s.");
        return new ScheduleOptions
        {
            Selection = selection,
            Priority = priority,
            PriorityAttribute = attribute,
            MinSuccessRate = minSuccess ?? 0,
            Deadline = deadline is { } seconds ? TimeSpans.FromSeconds(seconds) : null,
            DefaultEstimate = TimeSpans.FromSeconds(defaultEstimate),
        };
    }

    /// <summary>How to improve; null for not at all.</summary>
    /// <exception cref="UsageException">A seed without a search, or no time for it.</exception>
    public ImproveOptions? ImproveOf(ParseResult parsed)
    {
        const double Longest = 1e6 * 86400;
        if (parsed.GetValue(_improve) is not { } seconds) return parsed.GetValue(_seed) is null ? null : throw new UsageException("--seed is for --improve.");
        if (seconds is < 0.001 or > Longest) throw new UsageException("--improve is at least 1ms, and not for ever.");
        return new ImproveOptions { TimeBudget = TimeSpan.FromSeconds(seconds), Seed = parsed.GetValue(_seed) ?? ImproveOptions.Default.Seed };
    }
}
