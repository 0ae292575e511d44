using System.CommandLine;
using Halo.Results;

namespace Halo.Cli;

/// <summary><c>halo perf compare</c>: says which tests became slower or faster.</summary>
internal sealed class PerfCompareCommand : PerfSubCommand
{
    private readonly Argument<string> _base = new("BASE") { Description = "What was: a baseline file, a results file, or a folder of them." };
    private readonly Argument<string> _new = new("NEW") { Description = "What is now, likewise." };
    private readonly Option<int> _runs = new("--runs")
    {
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        Description = "How many of the newest runs of NEW count.",
    };

    private readonly Option<PerfReportFormat> _format = Choice.Create(
        "--format", "How to write the comparison.", ("text", PerfReportFormat.Text), ("markdown", PerfReportFormat.Markdown), ("json", PerfReportFormat.Json));

    private readonly Option<string?> _output = OutputOption();

    public PerfCompareCommand(CommandStreams streams)
        : base("compare", "Says which tests became slower or faster, and whose budget changed.", streams)
    {
        InputOptions.RefuseOptions(_base);
        InputOptions.RefuseOptions(_new);
        _runs.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && !(int.TryParse(word, out var runs) && runs >= 1)) result.AddError($"--runs cannot be '{word}'; it is a whole number of at least 1.");
        });
        Add(_base);
        Add(_new);
        Add(_runs);
        Add(_format);
        Add(_output);
    }

    public override string MoreHelp =>
        """
        Slower and faster: the medians of net time differ by 5 percent or more, the Mann-Whitney test finds the difference
        unlikely by chance (p < 0.05), it is more than runs of the base differ anyway, and a slow machine does not explain it.

        Examples:
          halo perf compare perf-baseline.json TestResults/perf
          halo perf compare before after --runs 5 --format markdown

        Exit codes:
          0  nothing is slower, and no budget was raised
          1  something is slower, a budget was raised, or a file is faulty
          2  the command line is wrong

        """;

    protected override int RunOnFiles(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = InputOptions.OutputOf(parsed, _output);
        var changes = PerfChanges.Between(Load(parsed.GetRequiredValue(_base)), Load(parsed.GetRequiredValue(_new)), parsed.GetValue(_runs));
        var code = OutputTarget.Write(file, Streams, stream => changes.Write(stream, parsed.GetValue(_format)), cancellationToken);
        return code == ExitCodes.Ok && changes.HasFaults ? ExitCodes.Fault : code;
    }
}
