using System.Text.Json;

namespace Halo.MutationRunner;

/// <summary>The folder of one measurement.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Tests">The namespace of the tests that run.</param>
internal sealed record Workspace(string Folder, string Tests)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The tests and the mutated program.</summary>
    public string Program => Path.Combine(Folder, "program");

    /// <summary>What Stryker says of the mutants.</summary>
    public string Report => Path.Combine(Folder, "reports", "mutation-report.json");

    /// <summary>What became of each mutant, a line each.</summary>
    public string Outcomes => Path.Combine(Folder, "outcomes.jsonl");

    /// <summary>How long each test takes, a line each time.</summary>
    public string Times => Path.Combine(Folder, "times.jsonl");

    /// <summary>What each test reaches.</summary>
    public string Reach => Path.Combine(Folder, "reach.json");

    public static void Write<T>(string file, T value)
    {
        // Whole or not at all: a file that is there is taken for complete.
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(value, Json));
        File.Move(file + ".new", file, overwrite: true);
    }

    public static T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(file), Json)!;
}
