using System.Globalization;

namespace Halo.Unit.Formats;

/// <summary>
/// Counts the jobs of a matrix slowly, from the rules of the runner: every scalar of an entry becomes a comparison
/// <c>matrix.key.key == literal</c> that is evaluated on every combination. It shares nothing with the code under test.
/// Values are null, bool, double, string, <c>List&lt;object?&gt;</c> and <c>Dictionary&lt;string, object?&gt;</c>.
/// </summary>
internal static class MatrixOracle
{
    private static readonly object?[] Scalars =
        [null, true, false, 0.0, 1.0, 3.1, 14.0, -2.0, 1000000.0, "", "0", "1", "3.10", "3.1", "14", " 14 ", "0xE", "1e6", "true", "a", "A", "b", "it's"];

    private static readonly string[] Names = ["os", "arch", "v", "OS2"];
    private static readonly string[] Keys = ["id", "ID2", "0", "1"];

    public sealed record Matrix(Dictionary<string, List<object?>> Axes, List<Dictionary<string, object?>> Include, List<Dictionary<string, object?>> Exclude);

    public static int Product(Matrix matrix) => matrix.Axes.Values.Aggregate(1, (product, values) => product * values.Count);

    public static int Count(Matrix matrix)
    {
        var kept = Combinations(matrix.Axes).Where(combination => !matrix.Exclude.Exists(entry => Fits(entry, combination))).ToList();
        var added = matrix.Include.Count(entry =>
        {
            var filter = entry.Where(pair => Has(matrix.Axes.Keys, pair.Key)).ToDictionary();
            return !kept.Exists(combination => Fits(filter, combination));
        });
        return kept.Count + added;
    }

    public static Matrix Random(Random random)
    {
        var names = Names[..random.Next(1, 4)];
        var axes = names.ToDictionary(name => name, _ => Enumerable.Range(0, random.Next(1, 5)).Select(_ => Value(random, 2)).ToList());
        return new Matrix(axes, Entries(random, [.. names, "extra"], axes), Entries(random, names, axes));
    }

    public static string ToYaml(Matrix matrix)
    {
        var parts = matrix.Axes.Select(axis => $"{axis.Key}: {Text(axis.Value)}").ToList();
        if (matrix.Include.Count > 0) parts.Add($"include: {Text(matrix.Include.ToList<object?>())}");
        if (matrix.Exclude.Count > 0) parts.Add($"exclude: {Text(matrix.Exclude.ToList<object?>())}");
        return $"{{{string.Join(", ", parts)}}}";
    }

    private static List<Dictionary<string, object?>> Combinations(Dictionary<string, List<object?>> axes)
    {
        var combinations = new List<Dictionary<string, object?>> { new(StringComparer.OrdinalIgnoreCase) };
        foreach (var (name, values) in axes)
        {
            combinations = [.. combinations.SelectMany(so => values.Select(value => new Dictionary<string, object?>(so, StringComparer.OrdinalIgnoreCase) { [name] = value }))];
        }

        return combinations;
    }

    private static bool Fits(Dictionary<string, object?> entry, Dictionary<string, object?> combination) =>
        Leaves([], entry).All(leaf => AreEqual(leaf.Path.Aggregate((object?)combination, Index), leaf.Literal));

    private static IEnumerable<(string[] Path, object? Literal)> Leaves(string[] path, object? value) => value switch
    {
        Dictionary<string, object?> map => map.SelectMany(pair => Leaves([.. path, pair.Key], pair.Value)),
        List<object?> list => list.SelectMany((item, i) => Leaves([.. path, i.ToString(CultureInfo.InvariantCulture)], item)),
        _ => [(path, value)],
    };

    private static object? Index(object? collection, string key) => collection switch
    {
        Dictionary<string, object?> map => map.FirstOrDefault(pair => string.Equals(pair.Key, key, StringComparison.OrdinalIgnoreCase)).Value,
        List<object?> list when ToNumber(key) is >= 0 and var index && index < list.Count => list[(int)index],
        _ => null,
    };

    private static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (List<object?> or Dictionary<string, object?>, _) => false,
        (string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase),
        _ => ToNumber(left) == ToNumber(right),
    };

    private static double ToNumber(object? value) => value switch
    {
        null => 0,
        bool flag => flag ? 1 : 0,
        double number => number,
        string text when text.Trim().Length == 0 => 0,
        string text when text.Trim().StartsWith("0x", StringComparison.Ordinal) => Convert.ToInt32(text.Trim(), 16),
        string text => double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        _ => double.NaN,
    };

    private static bool Has(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static List<Dictionary<string, object?>> Entries(Random random, string[] names, Dictionary<string, List<object?>> axes)
    {
        var entries = new List<Dictionary<string, object?>>();
        for (var i = random.Next(4); i > 0; i--)
        {
            var named = names.Where(_ => random.Next(3) > 0).DefaultIfEmpty(names[0]);
            entries.Add(named.ToDictionary(name => random.Next(4) == 0 ? name.ToUpperInvariant() : name, name => axes.TryGetValue(name, out var values) ? Like(random, values) : Value(random, 1)));
        }

        return entries;
    }

    // Half of the time something of the axis, perhaps with a part left out.
    private static object? Like(Random random, List<object?> values)
    {
        if (random.Next(3) == 0) return Value(random, 2);
        return values[random.Next(values.Count)] switch
        {
            Dictionary<string, object?> map => map.Where(_ => random.Next(3) > 0).ToDictionary(),
            var value => value,
        };
    }

    private static object? Value(Random random, int depth) => depth == 0 || random.Next(3) > 0
        ? Scalars[random.Next(Scalars.Length)]
        : random.Next(3) == 0
            ? Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, depth - 1)).ToList()
            : Keys.Where(_ => random.Next(2) == 0).ToDictionary(key => key, _ => Value(random, depth - 1));

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString(CultureInfo.InvariantCulture),
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        List<object?> list => $"[{string.Join(", ", list.Select(Text))}]",
        Dictionary<string, object?> map => $"{{{string.Join(", ", map.Select(pair => $"'{pair.Key}': {Text(pair.Value)}"))}}}",
        _ => throw new ArgumentException($"{value} is no value of a matrix.", nameof(value)),
    };
}
