using System.Globalization;

namespace Halo.Parallelism;

/// <summary>Reads figures as the kernel writes them.</summary>
internal static class Figure
{
    /// <summary>A whole number; null for anything else, such as <c>max</c>, and for numbers beyond 63 bits.</summary>
    public static long? Parse(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The processors of a list such as <c>0-3,8</c>; none when it is not one.</summary>
    public static IReadOnlyList<int> List(string? text)
    {
        const int mostProcessors = 65_536;
        var numbers = new List<int>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-');
            if (Parse(ends[0]) is not { } first || Parse(ends[^1]) is not { } last || ends.Length > 2 || first < 0 || last < first || last >= mostProcessors) return [];
            for (var number = first; number <= last; number++) numbers.Add((int)number);
        }

        return numbers;
    }

    /// <summary>The smaller of two figures that may be absent.</summary>
    public static T? Least<T>(T? one, T? other)
        where T : struct, IComparable<T> => one is not { } first ? other : other is not { } second ? first : first.CompareTo(second) <= 0 ? first : second;
}
