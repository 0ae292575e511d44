using System.CommandLine;
using System.Globalization;

namespace Halo.Cli;

/// <summary>Options that take a length of time.</summary>
internal static class Durations
{
    private static readonly (string Suffix, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];

    /// <summary>An option whose value is in seconds; null when it is not given.</summary>
    public static Option<double?> Create(string name, string description) => new(name)
    {
        HelpName = "TIME",
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (TryParse(text, out var seconds)) return seconds;
            result.AddError($"{name} cannot be '{text}'; it is a length of time such as 10s, 500ms, 2m, 1.5h, 3d or plain seconds.");
            return null;
        },
    };

    /// <summary>"10s", "500ms", "2m", "1.5h", "3d", or plain seconds; not negative.</summary>
    public static bool TryParse(string text, out double seconds)
    {
        var (number, factor) = (text, 1.0);
        foreach (var (suffix, unit) in Units)
        {
            if (!text.EndsWith(suffix, StringComparison.Ordinal)) continue;
            (number, factor) = (text[..^suffix.Length], unit);
            break;
        }

        var isNumber = double.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out seconds);
        seconds *= factor;
        return isNumber && double.IsFinite(seconds);
    }
}
