using System.CommandLine;

namespace Halo.Cli;

/// <summary><c>halo perf</c>: the commands about results of performance tests.</summary>
internal sealed class PerfRootCommand : Command, IHasMoreHelp
{
    /// <param name="streams">What the commands read and write.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isAsked">Whether this command is meant; its own commands are not made for the others.</param>
    public PerfRootCommand(CommandStreams streams, TimeProvider time, bool isAsked)
        : base("perf", "Reports, compares and judges results of performance tests.")
    {
        if (!isAsked) return;
        Add(new PerfReportCommand(streams));
        Add(new PerfCompareCommand(streams));
        Add(new PerfGateCommand(streams));
        Add(new PerfAcceptCommand(streams, time));
        Add(new PerfAdviseCommand(streams));
    }

    public string MoreHelp =>
        """
        Examples:
          halo perf report --compare-with perf-baseline.json --format html --output perf.html
          halo perf gate --baseline perf-baseline.json
          halo perf accept --baseline perf-baseline.json --reason "totals include taxes"

        Exit codes:
          0  done
          1  a result is faulty, something is slower, a budget was raised, or retries are in debt
          2  the command line is wrong

        """;
}
