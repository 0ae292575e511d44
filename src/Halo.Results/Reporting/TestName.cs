namespace Halo.Results;

/// <summary>The parts of a test's full name.</summary>
internal static class TestName
{
    /// <summary>Splits at the last dot before the arguments.</summary>
    public static (string Type, string Method) Split(string test)
    {
        var arguments = test.AsSpan().IndexOfAny('(', '<', '"');
        var dot = test.AsSpan(0, arguments < 0 ? test.Length : arguments).LastIndexOf('.');
        return dot <= 0 || dot == test.Length - 1 ? ("", test) : (test[..dot], test[(dot + 1)..]);
    }

    /// <summary>The beginning that all names share, up to a dot; empty for a single test.</summary>
    public static string CommonHead(IReadOnlyList<string> tests)
    {
        if (tests.Count < 2) return "";
        var head = Split(tests[0]).Type + ".";
        foreach (var test in tests)
        {
            while (head.Length > 0 && !test.StartsWith(head, StringComparison.Ordinal)) head = head[..(head.AsSpan(0, head.Length - 1).LastIndexOf('.') + 1)];
        }

        return head;
    }
}
