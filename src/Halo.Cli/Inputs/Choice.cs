using System.CommandLine;

namespace Halo.Cli;

/// <summary>Options that take one of a few words.</summary>
internal static class Choice
{
    /// <summary>Creates an option; the first choice must be the default of its type.</summary>
    public static Option<T> Create<T>(string name, string description, params (string Word, T Value)[] choices)
    {
        var words = Array.ConvertAll(choices, choice => choice.Word);
        var option = new Option<T>(name)
        {
            HelpName = string.Join('|', words),
            Description = $"{description} Default {words[0]}.",
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                var index = Array.IndexOf(words, word);
                if (index >= 0) return choices[index].Value;
                result.AddError($"{name} cannot be '{word}'; it is one of {string.Join(", ", words)}.");
                return default;
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }
}
