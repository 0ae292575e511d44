using System.Globalization;

namespace Halo.Core;

/// <summary>Finds names that look the same, or differ only in case: most likely one was meant to be the other.</summary>
public static class LookAlikeNames
{
    /// <summary>Reports each name that looks the same as an earlier one. O(total length) expected.</summary>
    /// <param name="kind">What the names are, in the plural: "task ids".</param>
    /// <param name="names">The names, each given once.</param>
    /// <param name="locationOf">Where a name is, by its place in the list.</param>
    /// <param name="exampleOf">An example task for a name, by its place in the list; null for none.</param>
    /// <param name="findings">Takes the findings.</param>
    public static void Find(
        string kind,
        IEnumerable<string> names,
        Func<int, SourceLocation> locationOf,
        Func<int, IReadOnlyDictionary<string, AttributeValue>>? exampleOf,
        DiagnosticBag findings)
    {
        var firstByKey = new Dictionary<string, (string Name, int Place)>(StringComparer.OrdinalIgnoreCase);
        var place = -1;
        foreach (var name in names)
        {
            place++;
            var key = LookAlike.KeyOf(name);
            if (firstByKey.TryAdd(key, (name, place))) continue;
            var (first, firstPlace) = firstByKey[key];
            if (first == name || findings.IsFull) continue;
            var finding = new Diagnostic(
                DiagnosticCodes.LookAlikeNames, DiagnosticSeverity.Warning, Describe(kind, first, locationOf(firstPlace).Line, name),
                "Use one of them everywhere, or rename one.", locationOf(place));
            findings.Add(exampleOf is null ? finding : finding with { Witness = exampleOf(place) });
        }
    }

    private static string Describe(string kind, string first, int line, string name)
    {
        var where = line > 0 ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "";
        var names = $"The {kind} '{ShortenedText.OfName(first)}'{where} and '{ShortenedText.OfName(name)}'";
        return LookAlike.Difference(first, name) is { } difference
            ? $"{names} look the same: the first has {difference}."
            : $"{names} differ only in case.";
    }
}
