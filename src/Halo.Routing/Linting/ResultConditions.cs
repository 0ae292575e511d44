namespace Halo.Routing;

/// <summary>
/// Finds conditions on the results of dependencies that can never hold, or that test another attribute than <c>result</c>.
/// </summary>
internal static class ResultConditions
{
    private const string ResultName = "result";

    public static void Find(TaskGraph graph, DiagnosticBag findings)
    {
        if (!graph.AsksForResults) return;
        for (var task = 0; task < graph.Count; task++)
        {
            foreach (var dependency in graph.DependenciesOf(task))
            {
                if (graph.ConditionOf(dependency, task)?.When is { } when) Look(graph, task, graph.IdOf(dependency), when, findings);
            }
        }
    }

    private static void Look(TaskGraph graph, int task, string dependency, Condition when, DiagnosticBag findings)
    {
        var shown = ShortenedText.OfName(dependency);
        var names = ConditionTests.Of(when).Select(test => test.Test.Attribute).Distinct(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name != ResultName))
        {
            findings.Add(GraphLint.Warning(DiagnosticCodes.UnknownResultName, graph, task,
                $"has a condition on the result of '{shown}' that tests '{ShortenedText.OfName(name)}';"
                + $" a text, a number or a boolean is seen as '{ResultName}'.",
                $"Write '{ResultName}', unless the handler returns a dictionary with that entry."));
        }

        var (owner, what) = ($"Task '{ShortenedText.OfName(graph.IdOf(task))}'", $"its condition on the result of '{shown}'");
        RuleLint.FindImpossible(owner, what, when, graph.LocationOf(task), findings);
    }
}
