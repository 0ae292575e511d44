using System.Globalization;
using Halo.MutationRunner;

// Opened before any test runs: the framework puts a writer of its own in the place of Console.Out.
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };

// Not by return, which would wait for the threads that tests left behind.
Environment.Exit(args is [var folder, var tests, .. var rest] ? Run(new(Path.GetFullPath(folder), tests), rest) : Usage());

int Run(Workspace workspace, string[] rest) => rest switch
{
    [] => Measure(workspace),
    ["times", var slowest] => Do(() => Survey.MeasureTimes(workspace, Number(slowest))),
    ["times-again", var slowest] => Do(() => Survey.MeasureTimesAgain(workspace, Number(slowest))),
    ["reach", var slowest] => Do(() => Survey.MeasureReach(workspace, Number(slowest))),
    ["together", var quick] => Worker.JudgeTogether(workspace, Number(quick)),
    ["apart", var mutant] => Worker.JudgeApart(workspace, (int)Number(mutant)),
    _ => Usage(),
};

int Measure(Workspace workspace)
{
    new Measurement(workspace, quick: 100, slowest: 1000, output).Run();
    return Summary.Write(MutantReport.Read(workspace.Report), new OutcomeLog(workspace.Outcomes).Read(), output) ? 0 : 1;
}

double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

int Do(Action action)
{
    action();
    return 0;
}

int Usage()
{
    output.WriteLine("Usage: halo-mutation FOLDER NAMESPACE: the folder that tools/mutate makes, and the tests that run. A measurement that was ended goes on.");
    return 2;
}
