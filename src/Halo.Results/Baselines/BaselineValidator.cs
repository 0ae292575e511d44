using System.Text.Json;

namespace Halo.Results;

/// <summary>Finds every value of a baseline that cannot be.</summary>
internal static class BaselineValidator
{
    private const int DepthOfTests = 2;

    /// <returns>Each fault with its file and the line of its test.</returns>
    public static IReadOnlyList<string> Faults(IReadOnlyDictionary<string, BaselineTest> tests, string path, ReadOnlySpan<byte> text)
    {
        var faults = new List<string>();
        var found = tests.SelectMany(test => FaultsOf(test.Value).Select(fault => (Test: test.Key, Fault: fault))).ToList();
        if (found.Count == 0) return faults;
        var lines = LinesOfTests(text);
        faults.AddRange(found.Select(each => $"{path}:{lines[each.Test]}: Test '{each.Test}': {each.Fault}"));
        return faults;
    }

    private static IEnumerable<string> FaultsOf(BaselineTest test)
    {
        if (test is null)
        {
            yield return "null is no test.";
            yield break;
        }

        if (test.Budget is { } budget && !(budget >= 0 && double.IsFinite(budget))) yield return "'budget' is not a number of at least 0.";
        if (test.MaxBytes < 0) yield return "'maxBytes' is less than 0.";
        foreach (var (name, machine) in test.Machines)
        {
            if (machine is null) yield return $"null is no history of machine '{name}'.";
            foreach (var run in machine?.Runs ?? [])
            {
                if (run is null) yield return "null is no run.";
                else if (run.Run.Length == 0) yield return "'run' is empty.";
                else if (run.Attempts < 1) yield return $"'attempts' of run '{run.Run}' is less than 1.";
                else if (!(run.Slowdown > 0 && double.IsFinite(run.Slowdown))) yield return $"'slowdown' of run '{run.Run}' is not a number above 0.";
                else if (!run.NetMs.All(net => net >= 0 && double.IsFinite(net))) yield return $"'netMs' of run '{run.Run}' has a value that is not a number of at least 0.";
            }
        }
    }

    // Only asked after a fault: the serializer does not tell where it read a value.
    private static Dictionary<string, int> LinesOfTests(ReadOnlySpan<byte> text)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(text);
        int line = 1, counted = 0;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != DepthOfTests) continue;
            line += text[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            lines[reader.GetString()!] = line;
        }

        return lines;
    }
}
