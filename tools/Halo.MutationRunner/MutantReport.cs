using System.Globalization;
using System.Text.Json.Nodes;

namespace Halo.MutationRunner;

/// <summary>A change of the program.</summary>
/// <param name="Id">Its number in the mutated program.</param>
/// <param name="File">The changed file, from the root of the repository.</param>
/// <param name="Line">The first changed line.</param>
/// <param name="Kind">The kind of change.</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="Status">What Stryker says of it.</param>
internal sealed record Mutant(int Id, string File, int Line, string Kind, string Replacement, string Status)
{
    /// <summary>Whether it is in the program: it compiles, and it was not left out.</summary>
    public bool IsJudged => Status is "NoCoverage" or "Survived" or "Killed" or "Timeout";

    /// <summary>Whether it does not compile.</summary>
    public bool IsRefused => Status == "CompileError";
}

/// <summary>The report of Stryker, which lists the mutants.</summary>
internal static class MutantReport
{
    /// <summary>Reads the mutants in the order of their numbers.</summary>
    public static IReadOnlyList<Mutant> Read(string file)
    {
        var report = JsonNode.Parse(File.ReadAllText(file))!;
        var root = (string?)report["projectRoot"] ?? "";
        return [.. report["files"]!.AsObject().SelectMany(one => one.Value!["mutants"]!.AsArray().Select(mutant => Of(Relative(root, one.Key), mutant!))).OrderBy(mutant => mutant.Id)];
    }

    private static Mutant Of(string file, JsonNode mutant) => new(
        int.Parse((string)mutant["id"]!, CultureInfo.InvariantCulture),
        file,
        (int)mutant["location"]!["start"]!["line"]!,
        (string)mutant["mutatorName"]!,
        string.Join(' ', ((string?)mutant["replacement"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        (string)mutant["status"]!);

    private static string Relative(string project, string file) => Path.GetRelativePath(Path.Combine(project, "..", ".."), Path.Combine(project, file));
}
