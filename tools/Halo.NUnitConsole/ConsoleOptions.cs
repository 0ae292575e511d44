namespace Halo.NUnitConsole;

/// <summary>What the command line asks for.</summary>
internal sealed record ConsoleOptions
{
    /// <summary>The test assemblies, at least one.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>An expression of the engine's selection language; null selects every test.</summary>
    public string? Where { get; init; }

    /// <summary>Where the results are written, each as nunit3 XML.</summary>
    public IReadOnlyList<string> ResultFiles { get; init; } = [];

    public LabelMode Labels { get; init; }

    /// <summary>The worker threads for parallel tests; 0 for none, null for as many as the framework takes.</summary>
    public int? Workers { get; init; }

    /// <summary>What tests read from <c>TestContext.Parameters</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Lists the tests instead of running them.</summary>
    public bool Explore { get; init; }

    /// <summary>Where the list is written as nunit3 XML; null for names on the console.</summary>
    public string? ExploreFile { get; init; }

    public bool StopOnError { get; init; }
}
