using System.Globalization;

namespace Halo.Routing;

/// <summary>Tells of the cycles that keep tasks from being a graph.</summary>
internal static class CycleFaults
{
    /// <summary>Reports cycles by their paths; of a long one the middle is left out.</summary>
    public static void Report(AdjacencyLists dependants, string[] idOf, SourceLocation[]? locations, DiagnosticBag faults)
    {
        const int Shown = 12;
        foreach (var cycle in CycleFinder.Find(dependants, idOf.Length))
        {
            string[] ids = [.. cycle.Select(task => ShortenedIfFaulty(idOf[task])), ShortenedIfFaulty(idOf[cycle[0]])];
            var path = ids.Length <= Shown + 2
                ? string.Join(" -> ", ids)
                : string.Create(CultureInfo.InvariantCulture, $"{string.Join(" -> ", ids[..Shown])} -> ... ({ids.Length - Shown - 1} more) ... -> {ids[^1]}");
            faults.Add(new Diagnostic(DiagnosticCodes.Cycle, DiagnosticSeverity.Error,
                string.Create(CultureInfo.InvariantCulture, $"A cycle of {cycle.Length} tasks: {path}."), "Remove one of these dependencies.", locations is null ? default : locations[cycle[0]])
            {
                Cycle = ids,
            });
        }
    }

    private static string ShortenedIfFaulty(string id) => id.Length <= TextRules.MaxNameLength ? id : ShortenedText.OfName(id);
}
