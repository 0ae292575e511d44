using System.CommandLine;
using Halo.Parallelism;
using Halo.Results;

namespace Halo.Cli;

/// <summary><c>halo advise</c>: recommends how many runs of a command should be under way at one time.</summary>
internal sealed class AdviseCommand : SubCommand
{
    private readonly Argument<string[]> _command = new("COMMAND") { Arity = ArgumentArity.OneOrMore, Description = "The command and its arguments, behind --. They are passed as they are, never through a shell." };
    private readonly Option<int> _count = NumberOption.Whole("--count", 1, 1_000_000, 100, "How many runs to advise for.");
    private readonly Option<int> _samples = NumberOption.Whole("--samples", 1, 1_000, 5, "How many runs to measure alone; as many or more are then measured at once.");
    private readonly Option<int> _workers = NumberOption.Whole("--max-workers", 1, 1_024, 64, "The most runs at once.");
    private readonly Option<double> _timeout = NumberOption.Seconds("--timeout", 0.1, 86_400, 600, "The longest time of one run, in seconds.");
    private readonly Option<bool> _verify = new("--verify") { Description = "Really do all runs, one after the other and then as advised, and compare." };
    private readonly Option<bool> _watch = new("--watch") { Description = "Advise again whenever processors or memory change, until Ctrl-C." };
    private readonly Option<double> _interval = NumberOption.Seconds("--interval", 0.1, 3_600, 2, "How often --watch looks, in seconds.");
    private readonly Option<PerfReportFormat> _format = Choice.Create("--format", "How to write the advice.", ("text", PerfReportFormat.Text), ("json", PerfReportFormat.Json));
    private readonly Option<string?> _export = InputOptions.FileOption("--export", "Where to write the advice as JSON too; the file is replaced as a whole.");
    private readonly Func<ChildCommand, AdvisorOptions, CommandAdvisor> _advisor;

    public AdviseCommand(CommandStreams streams, Func<ChildCommand, AdvisorOptions, CommandAdvisor>? advisor = null)
        : base("advise", "Recommends how many runs of a command should be under way at one time, by measuring.", streams)
    {
        _advisor = advisor ?? CommandAdvisor.Of;
        Add(_command);
        foreach (var option in new Option[] { _count, _samples, _workers, _timeout, _verify, _watch, _interval, _format, _export }) Add(option);
    }

    public override string MoreHelp =>
        """
        The command is run: it must be one that may run several times, alone and beside itself. Its output is thrown away.

        Examples:
          halo advise -- gzip -k -f -9 big.log
          halo advise --count 20 --samples 3 --verify -- sleep 0.2
          halo advise --format json --export advice.json -- ./convert image.png
          halo advise --watch -- ./job

        Exit codes:
          0  advised; with --watch also after Ctrl-C
          1  the command failed, or the advice cannot be written
          2  the command line is wrong

        """;

    protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        string[] words = parsed.GetRequiredValue(_command);
        if (words[0].Length == 0) throw new UsageException("the command is empty; name a program behind --.");
        var export = parsed.GetValue(_export) is "" ? throw new UsageException("--export is empty; give a file.") : parsed.GetValue(_export);
        var advisor = _advisor(new ChildCommand(words, TimeSpan.FromSeconds(parsed.GetValue(_timeout))), new AdvisorOptions { MaxWorkers = parsed.GetValue(_workers) });
        try
        {
            return parsed.GetValue(_watch) ? Watch(parsed, words, advisor, export, cancellationToken) : AdviseOnce(parsed, words, advisor, export, out _, cancellationToken);
        }
        catch (CommandFailedException failure)
        {
            Streams.Say(failure.Message);
            return ExitCodes.Fault;
        }
    }

    private int Watch(ParseResult parsed, string[] words, CommandAdvisor advisor, string? export, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (AdviseOnce(parsed, words, advisor, export, out var before, cancellationToken) is var code and not ExitCodes.Ok) return code;
                do
                {
                    if (cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(parsed.GetValue(_interval)))) return ExitCodes.Ok;
                }
                while (advisor.AllowsTheSame(before));
                Streams.Say("processors or memory have changed.");
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Ok; // the way to end a watch
        }
    }

    private int AdviseOnce(ParseResult parsed, string[] words, CommandAdvisor advisor, string? export, out CommandAdvice advised, CancellationToken cancellationToken)
    {
        var count = parsed.GetValue(_count);
        var advice = advised = advisor.Advise(count, parsed.GetValue(_samples), cancellationToken);
        var verified = parsed.GetValue(_verify) ? advisor.Verify(advice.Advice, count, cancellationToken) : null;
        var code = OutputTarget.Write(null, Streams, parsed.GetValue(_format) == PerfReportFormat.Json ? WriteJson : stream => AdviseText.Write(advice, verified, CommandStreams.TextOver(stream)), cancellationToken);
        return code == ExitCodes.Ok && export is not null ? OutputTarget.Write(export, Streams, WriteJson, cancellationToken) : code;

        void WriteJson(Stream stream) => JsonOutput.Write(AdviseJson.Of(words, advice, verified), AdviseJsonContext.Default.AdviseJson, stream);
    }
}
