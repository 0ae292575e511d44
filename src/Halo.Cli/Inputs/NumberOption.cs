using System.CommandLine;
using System.Globalization;

namespace Halo.Cli;

/// <summary>Options that are numbers in a range.</summary>
internal static class NumberOption
{
    /// <summary>A whole number; anything else names the range.</summary>
    public static Option<int> Whole(string name, int least, int most, int usual, string description) =>
        Create(name, usual, description, word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null, $"a whole number from {least} to {most}");

    /// <summary>A whole number that may be left out; anything else names the range.</summary>
    public static Option<int?> WholeOrNone(string name, int least, int most, string description) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} cannot be '{word}'; it is a whole number from {least} to {most}."));
            return null;
        },
    };

    /// <summary>A number of seconds.</summary>
    public static Option<double> Seconds(string name, double least, double most, double usual, string description) =>
        Create(name, usual, description, word => double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null, string.Create(CultureInfo.InvariantCulture, $"a number of seconds from {least} to {most}"));

    private static Option<T> Create<T>(string name, T usual, string description, Func<string, T?> read, string range)
        where T : struct => new(name)
        {
            HelpName = "N",
            Description = string.Create(CultureInfo.InvariantCulture, $"{description} Default {usual}."),
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (read(word) is { } number) return number;
                result.AddError($"{name} cannot be '{word}'; it is {range}.");
                return usual;
            },
        };
}
