using System.Reflection;
using System.Runtime.Loader;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Halo.MutationRunner;

/// <summary>The unit tests of a mutated program, in this process.</summary>
internal sealed class MutatedTests
{
    private readonly NUnitTestAssemblyRunner _runner = new(new DefaultTestAssemblyBuilder());
    private readonly ILookup<string, Test> _byName;

    private MutatedTests(Assembly assembly, string tests, bool stopsAtFailure)
    {
        var settings = new Dictionary<string, object>
        {
            ["LOAD"] = new List<string> { tests },
            ["NumberOfTestWorkers"] = 0,
            ["RandomSeed"] = 1,
            ["StopOnError"] = stopsAtFailure,
            ["SynchronousEvents"] = true, // what a test reaches is taken when it ends
        };
        _runner.Load(assembly, settings);
        _byName = Leaves(_runner.LoadedTest!).Where(test => IsUnit(test)).ToLookup(test => test.FullName, StringComparer.Ordinal);
    }

    /// <summary>The full names, each once.</summary>
    public IEnumerable<string> Names => _byName.Select(tests => tests.Key);

    /// <summary>How many tests NUnit could not make sense of, as where a source of cases fails.</summary>
    public int Broken => Leaves(_runner.LoadedTest!).Count(test => test.RunState == RunState.NotRunnable);

    /// <summary>Loads a program, and finds its tests with a mutant on or while what is reached is noted.</summary>
    /// <param name="workspace">The folder of the tests and the mutated program.</param>
    /// <param name="mutant">The mutant that is on, or <see cref="MutantSwitch.NoMutant"/>.</param>
    /// <param name="isCapturing">Whether reached mutants are noted from the beginning.</param>
    /// <param name="stopsAtFailure">Whether a run ends at its first failure.</param>
    /// <exception cref="InvalidOperationException">No program of the folder is mutated.</exception>
    public static (MutatedTests Tests, MutantSwitch Mutants) Load(Workspace workspace, int mutant = MutantSwitch.NoMutant, bool isCapturing = false, bool stopsAtFailure = false)
    {
        var folder = workspace.Program;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        var mutants = Directory.EnumerateFiles(folder, "Halo.R*.dll").Order(StringComparer.Ordinal)
            .Select(file => MutantSwitch.In(AssemblyLoadContext.Default.LoadFromAssemblyPath(file))).OfType<MutantSwitch>().FirstOrDefault()
            ?? throw new InvalidOperationException($"No program in '{folder}' is mutated.");
        mutants.Active = mutant;
        mutants.IsCapturing = isCapturing;
        return (new(AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, "Halo.Unit.dll")), workspace.Tests, stopsAtFailure), mutants);
    }

    /// <summary>Runs tests.</summary>
    /// <returns>The names of those that failed; that of the program where something beside the tests failed.</returns>
    public IReadOnlyList<string> Run(IReadOnlyCollection<string> names, TestEvents events)
    {
        // Otherwise the fields of a fixture would be those of the last run.
        foreach (var test in Suites(_runner.LoadedTest!)) test.Fixture = null;
        var chosen = names.SelectMany(name => _byName[name]).Select(test => test.Id).ToHashSet(StringComparer.Ordinal);
        var result = _runner.Run(events, new IdFilter(chosen));
        return events.Failed.Count > 0 || result.ResultState.Status != TestStatus.Failed ? events.Failed : [result.FullName];
    }

    private static bool IsUnit(ITest test)
    {
        var isUnit = false;
        for (var at = test; at is not null; at = at.Parent)
        {
            if (at.RunState != RunState.Runnable) return false;
            isUnit |= at.Properties["Category"].Contains("Unit");
        }

        return isUnit;
    }

    private static IEnumerable<Test> Suites(ITest test) => test.Tests.SelectMany(Suites).Append((Test)test);

    private static IEnumerable<Test> Leaves(ITest test) => Suites(test).Where(one => !one.IsSuite);

    private sealed class IdFilter(HashSet<string> chosen) : TestFilter
    {
        public override bool Match(ITest test) => chosen.Contains(test.Id);

        public override TNode AddToXml(TNode parentNode, bool recursive) => parentNode.AddElement("filter");
    }
}
