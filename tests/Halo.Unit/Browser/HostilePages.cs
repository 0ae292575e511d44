using Halo.Results;
using Halo.Unit.Reporting;
using Halo.Unit.Results;

namespace Halo.Unit.Browser;

/// <summary>Every HTML output with every hostile name in every place that takes one.</summary>
internal static class HostilePages
{
    /// <summary>Opens what a reader may open, and keeps a copy of each card that tells of a task.</summary>
    private const string Visit =
        """
        <script>
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const button of document.querySelectorAll('#path button')) {
          button.click();
          document.body.append(document.getElementById('tip').cloneNode(true));
        }
        </script>
        """;

    public static string Schedule()
    {
        // One after the other, so that each is on the critical path; and one behind each that nobody takes.
        var tasks = HostileNames.All.Select((name, i) => new TaskNode(name, name) { DependsOn = i == 0 ? [] : [HostileNames.All[i - 1]] });
        var untaken = HostileNames.All.Select(name => new TaskNode($"{name}, untaken", $"{name}, unknown") { DependsOn = [name] });
        var plan = Plans.Route(
            [.. tasks, .. untaken],
            HostileNames.All.Select(name => new RoutingRule(name, When.Type(name), name, 0, name)),
            HostileNames.All.Select(name => new Agent(name)));
        return Visited(Scheduler.Schedule(plan).ToHtml());
    }

    public static string PerfReport()
    {
        var attempts = HostileNames.All.SelectMany(name => Attempts.Retried($"Shop.T(\"{name}\")", 1, [60, 61]).Select(attempt => attempt with { Message = name, Machine = name }));
        using var writer = new StringWriter { NewLine = "\n" };
        HtmlReport.Write(Halo.Results.PerfReport.Of(TestHistory.Of([.. attempts]), null), writer);
        return Visited(writer.ToString());
    }

    /// <summary>What the others must not be: every attack as it is, between tags, in attributes and in a script.</summary>
    public static string Unescaped()
    {
        var parts = HostileNames.Attacks.Select(name => $"<p title=\"{name}\"><input value='{name}'></p>\n<p>{name}</p>\n<script type=\"application/json\">{name}</script>");
        return $"<!DOCTYPE html>\n<html>\n<body>\n{string.Join('\n', parts)}\n<script>console.error('seen')</script>\n</body>\n</html>\n";
    }

    private static string Visited(string page) => page.Replace("</body>", Visit + "</body>");
}
