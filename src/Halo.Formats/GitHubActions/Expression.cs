namespace Halo.Formats;

/// <summary>Expressions of GitHub Actions, whose value is known only when the workflow runs.</summary>
internal static class Expression
{
    public static bool IsIn(string text) => text.Contains("${{", StringComparison.Ordinal);
}
