using System.Globalization;
using System.Text.Json;
using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>Published job shops, counted by others.</summary>
[TestFixture, Category("RealData")]
public sealed class RealJobShopTests
{
    // The machines that these files have; the table says 15 and 2.
    private static readonly Dictionary<string, string> OtherThanInTheTable = new() { ["brandimarte/mk06.json"] = "10", ["fattahi/sfjs06.json"] = "3" };

    [Test]
    public void Load_EveryJobShop_HasTheCountsOfItsTable()
    {
        var folder = RealData.Folder("data", "fjsp");
        var rows = File.ReadLines(Path.Combine(folder, "bounds.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.That(rows, Has.Count.EqualTo(30));
        Assert.That(
            rows.Select(row =>
            {
                var file = TaskFiles.Load(Path.Combine(folder, row[0]));
                return $"{row[0]} {file.Graph.Count - file.Graph.EdgeCount} {file.Agents!.Count} {file.Graph.Count}"; // a chain has one edge less than tasks
            }),
            Is.EqualTo(rows.Select(row => $"{row[0]} {row[1]} {OtherThanInTheTable.GetValueOrDefault(row[0], row[2])} {row[3]}")));
    }

    [Test]
    public void Load_EveryJobShop_HasTheTimesOfTheFile()
    {
        foreach (var path in Directory.GetFiles(RealData.Folder("data", "fjsp"), "*.json", SearchOption.AllDirectories))
        {
            var graph = TaskFiles.Load(path).Graph;
            Assert.That(
                Enumerable.Range(0, graph.Count).Select(task => string.Join(' ', graph.EstimateOf(task)!.SecondsByAgent.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal))),
                Is.EqualTo(TimesOf(path)), path);
        }
    }

    [Test]
    public void Route_EveryJobShop_KeepsToTheEligibleMachines()
    {
        foreach (var path in Directory.GetFiles(RealData.Folder("data", "fjsp"), "*.json", SearchOption.AllDirectories))
        {
            var file = TaskFiles.Load(path);
            var plan = new HaloRouter(RuleSet.Empty, file.Agents!).Route(file.Graph);
            Assert.That(plan.Assignments.Count(), Is.EqualTo(file.Graph.Count), path);
            Assert.That(plan.Assignments.Where(decision => !file.Graph.EstimateOf(IndexOf(file.Graph, decision.Task))!.SecondsByAgent.ContainsKey(decision.Agent!)), Is.Empty, path);
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Load_EveryJobShopAsText_IsTheSameShop(int firstMachine)
    {
        foreach (var path in Directory.GetFiles(RealData.Folder("data", "fjsp"), "*.json", SearchOption.AllDirectories))
        {
            var (json, text) = (TaskFiles.Load(path), TaskFiles.Parse(JobShopRewrite.ToText(path, firstMachine)));
            Assert.That(text.Format, Is.EqualTo("flexible job shop text"), path);
            var expected = Describe(json, 0).ToList();

            // A machine that no operation can use tells nothing of where counting begins.
            var isClear = firstMachine == 0 ? expected.Exists(line => line.Contains(" m0=", StringComparison.Ordinal)) : expected.Exists(line => line.Contains($" m{json.Agents!.Count - 1}=", StringComparison.Ordinal));
            if (isClear) Assert.That(Describe(text, firstMachine), Is.EqualTo(expected), path);
        }
    }

    [Test]
    public void Load_EveryJobShopWithPrecedences_IsTheSameInTextAndJson()
    {
        foreach (var path in Directory.GetFiles(RealData.Folder("data", "fjsp"), "*.json", SearchOption.AllDirectories))
        {
            var (shop, text, json) = (TaskFiles.Load(path), TaskFiles.Parse(JobShopRewrite.ToPrecedenceText(path)), TaskFiles.Parse(JobShopRewrite.ToPrecedenceJson(path)));
            Assert.That((text.Format, json.Format), Is.EqualTo(("flexible job shop text with precedences", "flexible job shop (ScheduleOpt)")), path);
            Assert.That(Describe(text, 0), Is.EqualTo(Describe(json, 0)), path);
            Assert.That(Describe(json, 0).Select(TimesIn), Is.EqualTo(Describe(shop, 0).Select(TimesIn)), path);
            Assert.That(json.Graph.EdgeCount, Is.EqualTo(shop.Graph.EdgeCount), path);
        }
    }

    // With machines as they would be counted from 0.
    private static IEnumerable<string> Describe(TaskFile file, int firstMachine) =>
        Enumerable.Range(0, file.Graph.Count).Select(task => $"{file.Graph.IdOf(task)} [{string.Join(' ', file.Graph[task].DependsOn)}] "
            + string.Join(' ', file.Graph.EstimateOf(task)!.SecondsByAgent
                .Select(pair => $"m{int.Parse(pair.Key.AsSpan(1), CultureInfo.InvariantCulture) - firstMachine}={pair.Value}").Order(StringComparer.Ordinal)));

    private static string TimesIn(string line) => line[line.IndexOf(']', StringComparison.Ordinal)..];

    private static int IndexOf(TaskGraph graph, string task) => graph.TryGetIndex(task, out var index) ? index : -1;

    private static List<string> TimesOf(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. document.RootElement.GetProperty("jobs").EnumerateArray().SelectMany(job => job.EnumerateArray()).Select(operation => string.Join(' ', operation.EnumerateArray()
                .Select(choice => string.Create(CultureInfo.InvariantCulture, $"m{choice.GetProperty("machine").GetInt32()}={choice.GetProperty("processing").GetDouble()}"))
                .Order(StringComparer.Ordinal))),
        ];
    }
}
