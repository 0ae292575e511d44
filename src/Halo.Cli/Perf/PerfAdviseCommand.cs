using System.CommandLine;
using Halo.Results;

namespace Halo.Cli;

/// <summary><c>halo perf advise</c>: recommends how to retry each test.</summary>
internal sealed class PerfAdviseCommand : PerfSubCommand
{
    private readonly Argument<string> _results = ResultsArgument();
    private readonly Option<PerfReportFormat> _format = Choice.Create("--format", "How to write the advice.", ("text", PerfReportFormat.Text), ("json", PerfReportFormat.Json));
    private readonly Option<string?> _output = OutputOption();

    public PerfAdviseCommand(CommandStreams streams)
        : base("advise", "Recommends how to retry each test, from what was measured.", streams)
    {
        Add(_results);
        Add(_format);
        Add(_output);
    }

    public override string MoreHelp =>
        """
        No retry for what is not wall-clock time, nor for tests that were slow with the machine to themselves. Else the
        spread of net time decides: below 10 ms growing delays, to 50 ms one delay, above it no retry. The duration of an
        attempt decides how long the delay is.

        Examples:
          halo perf advise
          halo perf advise TestResults/perf --format json

        Exit codes:
          0  advised
          1  a file is faulty, or the advice cannot be written
          2  the command line is wrong

        """;

    protected override int RunOnFiles(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = InputOptions.OutputOf(parsed, _output);
        var (runs, format) = (ReadResults(parsed.GetRequiredValue(_results)), parsed.GetValue(_format));
        return OutputTarget.Write(file, Streams, stream => PerfReview.WriteAdvice(runs, stream, format), cancellationToken);
    }
}
