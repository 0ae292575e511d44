using System.CommandLine;
using Halo.Results;

namespace Halo.Cli;

/// <summary><c>halo perf gate</c>: fails when a test failed, or results show what was not accepted.</summary>
internal sealed class PerfGateCommand : PerfSubCommand
{
    private readonly Argument<string> _results = ResultsArgument();
    private readonly Option<string> _base = new("--baseline") { HelpName = "BASE", Required = true, Description = "What was accepted: a baseline file, or results of earlier runs." };

    private readonly Option<bool> _noTimes = new("--no-times") { Description = "Leave out slower code, where the machine's neighbors change its speed." };

    public PerfGateCommand(CommandStreams streams)
        : base("gate", "Fails on failed tests, raised budgets, slower code and too many retries, each named.", streams)
    {
        Add(_results);
        Add(_base);
        Add(_noTimes);
    }

    public override string MoreHelp =>
        """
        Retries are in debt when a test needed one, or stayed unproven, in 5 or more of its last 20 runs.

        Examples:
          halo perf gate --baseline perf-baseline.json
          halo perf gate artifacts/perf --baseline perf-baseline.json

        Exit codes:
          0  nothing to name
          1  something is named, or a file is faulty
          2  the command line is wrong

        """;

    protected override int RunOnFiles(ParseResult parsed, CancellationToken cancellationToken)
    {
        var results = ReadResults(parsed.GetRequiredValue(_results));
        var findings = PerfReview.Gate(Load(parsed.GetRequiredValue(_base)), results);
        if (parsed.GetValue(_noTimes)) findings = [.. findings.Where(finding => finding.Kind != FindingKind.Slower)];
        var code = WriteText(null, writer => Write(results.Count, findings, writer), cancellationToken);
        return findings.Count > 0 ? ExitCodes.Fault : code;
    }

    private static void Write(int tests, IReadOnlyList<PerfFinding> findings, TextWriter writer)
    {
        foreach (var finding in findings) writer.WriteLine(VisibleText.Of(GateText.Of(finding)));
        writer.WriteLine(findings.Count == 0 ? $"Nothing to name in {PlanSummary.Count(tests, "test")}." : $"{PlanSummary.Count(findings.Count, "finding")} in {PlanSummary.Count(tests, "test")}.");
    }
}
