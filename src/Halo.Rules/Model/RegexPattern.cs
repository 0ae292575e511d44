using System.Text.RegularExpressions;

namespace Halo.Rules;

/// <summary>
/// Regular expressions as rules use them: without backtracking, in time linear in the text, so that no timeout is needed
/// and the answer never depends on the machine's speed.
/// </summary>
internal static class RegexPattern
{
    public const int MaxLength = 1_000;

    public static Regex Create(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>What is wrong with the pattern, or null.</summary>
    public static string? FindFault(string pattern)
    {
        if (pattern.Length > MaxLength) return $"it is {pattern.Length} characters long; {MaxLength} are allowed";
        try
        {
            _ = Create(pattern);
            return null;
        }
        catch (RegexParseException exception)
        {
            return exception.Message;
        }
        catch (NotSupportedException exception)
        {
            // Lookarounds, backreferences and atomic groups; also patterns whose automaton would be huge.
            return exception.Message;
        }
    }
}
