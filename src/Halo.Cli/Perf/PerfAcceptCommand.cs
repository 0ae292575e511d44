using System.CommandLine;
using Halo.Results;

namespace Halo.Cli;

/// <summary><c>halo perf accept</c>: takes results into a baseline file.</summary>
internal sealed class PerfAcceptCommand : PerfSubCommand
{
    private readonly TimeProvider _time;
    private readonly Argument<string> _results = ResultsArgument();
    private readonly Option<string> _file = new("--baseline") { HelpName = "FILE", Required = true, Description = "The baseline file; made when it is not there." };
    private readonly Option<string?> _reason = new("--reason") { HelpName = "TEXT", Description = "Why budgets were raised or code is slower. Needed only for those." };
    private readonly Option<string?> _test = new("--test") { HelpName = "GLOB", Description = "Only tests whose full name matches; * stands for any text. Default: all." };

    public PerfAcceptCommand(CommandStreams streams, TimeProvider time)
        : base("accept", "Takes results into a baseline file; what is looser than before needs a reason.", streams)
    {
        _time = time;
        Add(_results);
        Add(_file);
        Add(_reason);
        Add(_test);
    }

    public override string MoreHelp =>
        """
        New tests, lower budgets and faster code are taken as they are. Higher budgets and slower code need --reason, which
        the file keeps; without it nothing is taken. Runs that failed are left out.

        Examples:
          halo perf accept --baseline perf-baseline.json
          halo perf accept --baseline perf-baseline.json --test "*.CartBudgets.*" --reason "totals include taxes"

        Exit codes:
          0  taken
          1  something needs a reason, no test matches, or a file is faulty
          2  the command line is wrong

        """;

    protected override int RunOnFiles(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (file, reason) = (parsed.GetRequiredValue(_file), parsed.GetValue(_reason));
        if (reason is not null && string.IsNullOrWhiteSpace(reason)) throw new UsageException("--reason is empty; say why.");
        if (file.Length == 0) throw new UsageException("--baseline is empty; give a file.");
        var results = Matching(ReadResults(parsed.GetRequiredValue(_results)), parsed.GetValue(_test));
        var acceptance = Acceptance.Of(File.Exists(file) ? BaselineFile.Read(file) : PerfBaseline.Empty, results, reason, _time.GetUtcNow());
        if (acceptance.Refused.Count > 0)
        {
            foreach (var finding in acceptance.Refused) Streams.Error.WriteLine(VisibleText.Of(PerfFindingText.Of(finding)));
            Streams.Say("nothing was taken; give --reason to accept this.");
            return ExitCodes.Fault;
        }

        var code = OutputTarget.Write(file, Streams, stream => BaselineWriter.Write(acceptance.Baseline, stream), cancellationToken);
        return code == ExitCodes.Ok ? WriteText(null, writer => Write(acceptance, results.Count, file, writer), cancellationToken) : code;
    }

    private static IReadOnlyList<TestHistory> Matching(IReadOnlyList<TestHistory> results, string? pattern)
    {
        if (pattern is null) return results;
        if (!GlobPattern.TryParse(pattern, out var glob, out var error)) throw new UsageException($"--test cannot be '{pattern}': {error}.");
        TestHistory[] matching = [.. results.Where(test => glob.IsMatch(test.Test))];
        return matching.Length > 0 ? matching : throw new PerfDataException([$"no test of the results matches '{pattern}'."]);
    }

    private static void Write(Acceptance acceptance, int tests, string file, TextWriter writer)
    {
        foreach (var change in acceptance.Changes) writer.WriteLine(VisibleText.Of(change));
        var leftOut = tests - acceptance.Taken;
        writer.WriteLine(VisibleText.Of($"{PlanSummary.Count(acceptance.Taken, "test")} taken into {file}{(leftOut == 0 ? "" : $", {PlanSummary.Count(leftOut, "test")} left out that never passed")}."));
    }
}
