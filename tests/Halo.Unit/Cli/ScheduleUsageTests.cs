using Halo.Cli;

namespace Halo.Unit.Cli;

[TestFixture, Category("Unit")]
public sealed class ScheduleUsageTests
{
    [TestCase("--select", "cheap", "--select cannot be 'cheap'; it is one of first-rule, earliest-finish, cheapest, balanced.")]
    [TestCase("--priority", "lifo", "--priority cannot be 'lifo'; it is one of critical-path, fifo, longest, attribute:NAME.")]
    [TestCase("--priority", "attribute:", "--priority cannot be 'attribute:'; it is one of critical-path, fifo, longest, attribute:NAME.")]
    [TestCase("--format", "html", "--format cannot be 'html'; it is one of text, json, dot, mermaid.")]
    [TestCase("--improve", "10 s", "--improve cannot be '10 s'; it is a length of time such as 10s, 500ms, 2m, 1.5h, 3d or plain seconds.")]
    [TestCase("--improve", "0s", "--improve is at least 1ms, and not for ever.")]
    [TestCase("--deadline", "1h", "--deadline is for --select cheapest.")]
    [TestCase("--min-success", "0.9", "--min-success does nothing where the plan's agents are kept; choose another --select than first-rule.")]
    [TestCase("--min-success", "1.5", "--min-success is from 0 to 1.")]
    [TestCase("--seed", "5", "--seed is for --improve.")]
    [TestCase("--gantt", "-", "--gantt needs a file: standard output takes the schedule.")]
    [TestCase("--what-if", "small_runner", "--what-if cannot be 'small_runner'; it is all, or an agent and its additional slots such as builder=+2.")]
    [TestCase("--what-if", "small_runer=+2", "--what-if names 'small_runer', which is not a registered agent. Did you mean 'small_runner'?")]
    [TestCase("--explain", "tarr", "--explain names 'tarr', which is no task of the graph. Did you mean 'tar'?")]
    public async Task Schedule_UnusableOption_SaysWhatWouldBeRight(string option, string value, string message)
    {
        var run = await CommandRun.Of("schedule", CommandRun.Debian, option, value);
        Assert.That(run, Is.EqualTo(new CommandRun(2, "", $"halo: {message}\nhalo: see 'halo schedule --help'.\n")));
    }

    [TestCase("--explain", "tar", "--what-if", "all")]
    [TestCase("--what-if", "all", "--improve", "1s")]
    [TestCase("--what-if", "all", "--gantt", "x.html")]
    [TestCase("--explain", "tar", "--format", "dot")]
    [TestCase("--what-if", "all", "--format", "mermaid")]
    [TestCase("--gantt", "x.html", "--output", "./x.html")]
    public async Task Schedule_OptionsThatExcludeEachOther_Exit2(params string[] options) =>
        Assert.That((await CommandRun.Of(["schedule", CommandRun.Debian, .. options])).ExitCode, Is.EqualTo(2));

    [TestCase("10s", 10)]
    [TestCase("500ms", 0.5)]
    [TestCase("2m", 120)]
    [TestCase("1.5h", 5400)]
    [TestCase("3d", 259200)]
    [TestCase("12.5", 12.5)]
    [TestCase("0", 0)]
    public void TryParse_Duration_IsInSeconds(string text, double expected) =>
        Assert.That(Durations.TryParse(text, out var seconds) ? seconds : -1, Is.EqualTo(expected).Within(1e-9));

    [TestCase("")]
    [TestCase("s")]
    [TestCase("-1s")]
    [TestCase("1 s")]
    [TestCase("1,5s")]
    [TestCase("NaN")]
    [TestCase("1e999")]
    [TestCase("10sec")]
    public void TryParse_NoDuration_IsRefused(string text) => Assert.That(Durations.TryParse(text, out _), Is.False);

    [TestCase("all", null, 1)]
    [TestCase("a=+2", "a", 2)]
    [TestCase("a=2", "a", 2)]
    [TestCase("x=y=+3", "x=y", 3)]
    public void Parse_WhatIf_IsAgentAndSlots(string text, string? agent, int slots) => Assert.That(WhatIf.Parse(text), Is.EqualTo(new WhatIf(agent, slots)));

    [TestCase("a=0")]
    [TestCase("a=-1")]
    [TestCase("=+1")]
    [TestCase("a=+x")]
    [TestCase("a=+9999999999")]
    public void Parse_NoWhatIf_IsRefused(string text) => Assert.That(() => WhatIf.Parse(text), Throws.TypeOf<UsageException>());

    [TestCase(0, 100)]
    [TestCase(20, 40)]
    [TestCase(132, 132)]
    [TestCase(9999, 400)]
    public void WidthOf_Columns_IsWhatReportsCanUse(int columns, int expected) => Assert.That(CommandStreams.WidthOf(columns), Is.EqualTo(expected));
}
