using System.Diagnostics;
using System.Globalization;

namespace Halo.MutationRunner;

/// <summary>Measures all mutants by processes that may end or hang, and goes on where an earlier run was ended.</summary>
/// <param name="workspace">The folder of the measurement.</param>
/// <param name="quick">Tests that take at most so many milliseconds run first.</param>
/// <param name="slowest">Tests that take more milliseconds are left out.</param>
/// <param name="output">Where progress is told.</param>
internal sealed class Measurement(Workspace workspace, double quick, double slowest, TextWriter output)
{
    private const int Patience = 3;
    private const string HeapLimit = "0x100000000";

    private readonly OutcomeLog _log = new(workspace.Outcomes);

    /// <summary>Runs until every mutant has an outcome.</summary>
    public void Run()
    {
        // What ended an earlier run ended a mutant's tests too.
        foreach (var outcome in _log.Read().Values.Where(outcome => outcome.Verdict == Verdict.Started)) _log.Add(outcome with { Verdict = Verdict.Undecided });
        if (!File.Exists(workspace.Reach)) RunSurvey();
        var reach = Workspace.Read<Reach>(workspace.Reach);
        output.WriteLine($"{reach.Tests.Count} tests take {reach.Tests.Sum(test => test.Milliseconds) / 1000:0.0} s");
        JudgeTogether();
        JudgeApart(reach);
        AddNotReached();
    }

    private void RunSurvey()
    {
        var limit = slowest.ToString(CultureInfo.InvariantCulture);
        var log = new JsonLines<TestTime>(workspace.Times);
        for (var before = -1; Start("times", limit) is not 0 and var code;)
        {
            if (before == log.Read().Count) throw new InvalidOperationException($"The tests end their process with code {code}.");
            before = log.Read().Count;
        }

        Start("times-again", limit);
        if (Start("reach", limit) is not 0 and var failure) throw new InvalidOperationException($"What the tests reach cannot be told: code {failure}.");
        var times = TestTime.Least(log.Read());
        foreach (var name in log.Read().Select(time => time.Name).Distinct().Where(name => !times.TryGetValue(name, out var least) || least > slowest).Order(StringComparer.Ordinal))
        {
            output.WriteLine($"Left out, as it takes longer than {slowest} ms or does not pass: {name}");
        }
    }

    private void JudgeTogether()
    {
        for (var (isDone, failures) = (false, 0); !isDone;)
        {
            var before = _log.Length;
            var code = Start("together", quick.ToString(CultureInfo.InvariantCulture));
            isDone = code == Worker.Done;
            failures = isDone || _log.Length > before ? 0 : failures + 1;
            if (failures == Patience) throw new InvalidOperationException($"The tests end their process with code {code} before any mutant is on.");
            output.WriteLine($"{Settle().Count} mutants have run");
        }
    }

    // Also those that survived together with others: the code may have run before they were on.
    private void JudgeApart(Reach reach)
    {
        var outcomes = Settle();
        var judged = MutantReport.Read(workspace.Report).Where(mutant => mutant.IsJudged).Select(mutant => mutant.Id).ToHashSet();
        var apart = reach.Apart.Where(judged.Contains)
            .Where(id => !outcomes.TryGetValue(id, out var outcome) || (outcome.Verdict == Verdict.Survived && outcome.By is null)).ToList();
        output.WriteLine($"{apart.Count} mutants run in processes of their own");
        foreach (var mutant in apart)
        {
            Start("apart", mutant.ToString(CultureInfo.InvariantCulture));
            if (Settle()[mutant] is { Verdict: Verdict.Survived } survived) _log.Add(survived with { By = "a process of its own" });
        }
    }

    private void AddNotReached()
    {
        var outcomes = Settle();
        foreach (var mutant in MutantReport.Read(workspace.Report).Where(mutant => mutant.IsJudged && !outcomes.ContainsKey(mutant.Id))) _log.Add(new(mutant.Id, Verdict.NotReached));
    }

    /// <summary>The mutants whose tests started and never ended have ended the process.</summary>
    private Dictionary<int, Outcome> Settle()
    {
        var outcomes = _log.Read();
        foreach (var outcome in outcomes.Values.Where(outcome => outcome.Verdict == Verdict.Started)) _log.Add(new(outcome.Mutant, Verdict.Killed, "the end of the process"));
        return _log.Read();
    }

    private int Start(params string[] arguments)
    {
        // A stack overflow is told on standard error, in thousands of lines.
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Measurement).Assembly.Location);
        foreach (var argument in (string[])[workspace.Folder, workspace.Tests, .. arguments]) start.ArgumentList.Add(argument);

        // A mutant that only ever asks for memory must not take that of the machine; the seed makes the same tests reach the same;
        // and a property that holds for a few dozen inputs is not tried with thousands, for each of thousands of mutants.
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment.TryAdd("HALO_SEED", "1");
        start.Environment.TryAdd("HALO_CHECK_SHARE", "0.05");
        using var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;
    }
}
