namespace Halo.Performance;

/// <summary>A rule set of any size with tasks to match against it, the same for the same size.</summary>
internal sealed class RuleWorkload
{
    private const int RowCount = 4_096;

    private readonly LiteralTable _table = new();
    private readonly int[][] _rows;

    private RuleWorkload(string name, RoutingRule[] rules, IEnumerable<(string Name, AttributeValue Value)[]> tasks, params string[] full)
    {
        Name = name;
        Rules = RuleSet.Create(rules);
        _rows = [.. tasks.Take(RowCount).Select(task => task.Select(attribute => _table.Intern(attribute.Name, attribute.Value)).ToArray())];
        Full = full;
    }

    public static string[] Names { get; } = ["distinct types", "one type, two of six attributes", "ranges and prefixes", "all match, first full", "near misses, seven equalities", "near misses, negations", "realistic mix"];

    public string Name { get; }

    public RuleSet Rules { get; }

    /// <summary>The agents that are not admitted.</summary>
    public IReadOnlyCollection<string> Full { get; }

    public static RuleWorkload Create(string name, int size)
    {
        var random = new Random(size);
        string Agent(int i) => $"agent_{i % 16}";
        switch (name)
        {
            case "distinct types":
                return new RuleWorkload(name, [.. Make(size, i => When.Type($"type_{i}"), Agent)], Tasks(_ => [("type", $"type_{random.Next(size)}")]));
            case "one type, two of six attributes":
                var values = Math.Max(4, (int)Math.Sqrt(size / 10.0));
                return new RuleWorkload(name, [.. Make(size, _ => TwoOfSix(random, values), Agent)],
                    Tasks(_ => [("type", "work"), .. Enumerable.Range(0, 6).Select(a => ($"a{a}", (AttributeValue)$"v{random.Next(values)}"))]));
            case "ranges and prefixes":
                return new RuleWorkload(name, [.. Make(size, i => RangeOrPrefix(random, i, size), Agent)],
                    Tasks(_ => [("type", $"type_{random.Next(20)}"), ("memory", random.Next(1_000_000)), ("path", $"/{random.Next(100)}/{random.Next(size / 20 + 1)}/file")]));
            case "all match, first full":
                return new RuleWorkload(name, [.. Make(size, _ => When.Type("work"), i => i < size / 2 ? "agent_full" : Agent(i))], Tasks(_ => [("type", "work")]), "agent_full");
            case "near misses, seven equalities":
                return new RuleWorkload(name, [.. Make(size, i => When.All([.. Enumerable.Range(0, 6).Select(a => When.Attribute($"a{a}").Is("same")), When.Attribute("a6").Is($"v{i}")]), Agent)],
                    Tasks(_ => [.. Enumerable.Range(0, 6).Select(a => ($"a{a}", (AttributeValue)"same")), ("a6", $"other_{random.Next(size)}")]));
            case "near misses, negations":
                return new RuleWorkload(name, [.. Make(size, i => When.Type($"type_{i}") & !When.Attribute("os").Is("linux"), Agent)],
                    Tasks(_ => [("type", $"type_{random.Next(size)}"), ("os", "linux")]));
            case "realistic mix":
                return new RuleWorkload(name, [.. Make(size, i => Realistic(random, i, size), Agent)],
                    Tasks(_ =>
                    [
                        ("type", $"type_{random.Next(Math.Max(10, size / 20))}"), ("os", Pick(random, "linux", "macos", "windows")), ("cores", 1 << random.Next(7)),
                        ("team", $"team_{random.Next(40)}"), ("path", $"src/{random.Next(200)}/file.cs"), ("urgent", random.Next(10) == 0),
                    ]));
            default: throw new ArgumentOutOfRangeException(nameof(name), name, null);
        }
    }

    /// <summary>Matches one task after the other, encoding included, and adds up the answers so that nothing is left out.</summary>
    public Action Matching(RuleMatcher matcher, int calls = 1)
    {
        var row = matcher.NewRow(_table);
        var admitted = matcher.Targets.Names.Select(agent => !Full.Contains(agent)).ToArray();
        var (at, sum) = (0, 0L);
        return () =>
        {
            for (var i = 0; i < calls; i++)
            {
                var literals = _rows[at];
                row.Load(literals);
                sum += matcher.FirstMatch(row, admitted);
                row.Unload(literals);
                at = (at + 1) & (RowCount - 1);
            }

            GC.KeepAlive(sum);
        };
    }

    /// <summary>The numbers of the rules that win for the first tasks.</summary>
    public IReadOnlyList<int> Answers(RuleMatcher matcher, int tasks)
    {
        var row = matcher.NewRow(_table);
        var admitted = matcher.Targets.Names.Select(agent => !Full.Contains(agent)).ToArray();
        return [.. _rows.Take(tasks).Select(literals =>
        {
            row.Load(literals);
            var number = matcher.FirstMatch(row, admitted);
            row.Unload(literals);
            return number;
        })];
    }

    private static IEnumerable<RoutingRule> Make(int size, Func<int, Condition> condition, Func<int, string> agent) =>
        Enumerable.Range(0, size).Select(i => new RoutingRule($"rule_{i}", condition(i), agent(i), i % 3));

    private static IEnumerable<(string, AttributeValue)[]> Tasks(Func<int, (string, AttributeValue)[]> task) => Enumerable.Range(0, RowCount).Select(task);

    private static Condition TwoOfSix(Random random, int values)
    {
        var first = random.Next(6);
        var second = (first + 1 + random.Next(5)) % 6;
        return When.Type("work") & When.Attribute($"a{first}").Is($"v{random.Next(values)}") & When.Attribute($"a{second}").Is($"v{random.Next(values)}");
    }

    private static Condition RangeOrPrefix(Random random, int i, int size)
    {
        var type = When.Type($"type_{random.Next(20)}");
        if (i % 2 == 1) return type & When.Attribute("path").StartsWith($"/{random.Next(100)}/{random.Next(size / 20 + 1)}/");
        var low = random.Next(1_000_000);
        return type & When.Attribute("memory").Between(low, low + random.Next(200_000_000 / size + 1));
    }

    private static Condition Realistic(Random random, int i, int size)
    {
        var type = When.Type($"type_{random.Next(Math.Max(10, size / 20))}");
        return (i % 10) switch
        {
            0 or 1 or 2 => type & When.Attribute("team").Is($"team_{random.Next(40)}"),
            3 or 4 => type & When.Attribute("os").In("linux", "macos") & When.Attribute("team").Is($"team_{random.Next(40)}"),
            5 => type & When.Attribute("cores").AtLeast(1 << random.Next(8)),
            6 => type & When.Attribute("path").StartsWith($"src/{random.Next(200)}/"),
            7 => type & When.Attribute("urgent").Is(true) & !When.Attribute("os").Is("windows"),
            8 => type & When.Attribute("path").Like($"src/{random.Next(200)}/*.cs"),
            _ => type & (When.Attribute("team").Is($"team_{random.Next(40)}") | When.Attribute("cores").Between(32, 48)),
        };
    }

    private static string Pick(Random random, params string[] items) => items[random.Next(items.Length)];
}
