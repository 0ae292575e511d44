using System.CommandLine;
using Halo.Results;

namespace Halo.Cli;

/// <summary><c>halo perf report</c>: shows the newest run of every test.</summary>
internal sealed class PerfReportCommand : PerfSubCommand
{
    private readonly Argument<string> _results = ResultsArgument();
    private readonly Option<string?> _base = new("--baseline", "--compare-with")
    {
        HelpName = "BASE",
        Description = "What to compare with: a baseline file, or results of earlier runs, a file or a folder. Default: nothing.",
    };

    private readonly Option<PerfReportFormat> _format = Choice.Create(
        "--format", "How to write the report.", ("text", PerfReportFormat.Text), ("markdown", PerfReportFormat.Markdown), ("html", PerfReportFormat.Html), ("junit", PerfReportFormat.Junit), ("json", PerfReportFormat.Json));

    private readonly Option<string?> _output = OutputOption();
    private readonly Option<string?> _export = InputOptions.FileOption("--export", "Where to write the report as JSON as well.");

    public PerfReportCommand(CommandStreams streams)
        : base("report", "Shows the newest run of every test: budget, time, headroom, attempts, history.", streams)
    {
        Add(_results);
        Add(_base);
        Add(_format);
        Add(_output);
        Add(_export);
    }

    public override string MoreHelp =>
        """
        Examples:
          halo perf report
          halo perf report TestResults/perf --compare-with perf-baseline.json
          halo perf report --format html --output perf.html --export perf.json
          halo perf report --format junit --output perf.xml

        Exit codes:
          0  reported, whatever the results are; 'halo perf gate' judges them
          1  a file is faulty, or the report cannot be written
          2  the command line is wrong

        """;

    protected override int RunOnFiles(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (file, export) = (InputOptions.OutputOf(parsed, _output), InputOptions.OutputOf(parsed, _export));
        var (runs, reference) = (ReadResults(parsed.GetRequiredValue(_results)), parsed.GetValue(_base) is { } path ? Load(path) : null);
        if (parsed.GetResult(_export) is not null)
        {
            var code = OutputTarget.Write(export, Streams, stream => PerfReview.WriteReport(runs, reference, stream, PerfReportFormat.Json), cancellationToken);
            if (code != ExitCodes.Ok) return code;
        }

        return OutputTarget.Write(file, Streams, stream => PerfReview.WriteReport(runs, reference, stream, parsed.GetValue(_format)), cancellationToken);
    }
}
