using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Halo.Cli;

/// <summary>
/// A command with placeholders for a task's figures. Without a shell it is words, taken apart at blanks outside of quotes,
/// and a placeholder stays within its word. For a shell it is a script, and placeholders become its positional parameters:
/// what a task is called is never read as code.
/// </summary>
internal sealed partial class CommandTemplate
{
    private static readonly string[] Names = ["task", "type", "agent", "attempt", "attribute"];

    private readonly string[] _words;

    private CommandTemplate(string[] words) => _words = words;

    /// <summary>A command that is started as it is.</summary>
    /// <exception cref="UsageException">It is empty, a quote is open, or a placeholder is unknown.</exception>
    public static CommandTemplate Direct(string text)
    {
        var words = Split(text);
        if (words.Count == 0 || words[0].Length == 0) throw new UsageException("a command of --exec is empty.");
        return new CommandTemplate([.. words.Select(Checked)]);
    }

    /// <summary>A script of the shell.</summary>
    /// <inheritdoc cref="Direct"/>
    public static CommandTemplate Script(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new UsageException("a command of --exec is empty.");
        var values = new List<string>();
        var script = Placeholder().Replace(Checked(text), match =>
        {
            values.Add(match.Value);
            return string.Create(CultureInfo.InvariantCulture, $"\"${{{values.Count}}}\"");
        });

        // Only the parameters behind the script have placeholders left.
        return new CommandTemplate(["/bin/sh", "-c", script, "halo", .. values]);
    }

    /// <summary>The program and its arguments for a task; an attribute that the task does not have is empty.</summary>
    public IReadOnlyList<string> WordsFor(TaskGraph graph, int task, string agent, int attempt)
    {
        var attributes = graph.AttributesOf(task);
        return [.. _words.Select(word => Placeholder().Replace(word, match => match.Groups[1].Value switch
        {
            "task" => graph.IdOf(task),
            "type" => graph.TypeOf(task),
            "agent" => agent,
            "attempt" => attempt.ToString(CultureInfo.InvariantCulture),
            _ => attributes.TryGetValue(match.Groups[2].Value, out var value) && value.Kind != AttributeKind.None ? value.ToString() : "",
        }))];
    }

    private static string Checked(string text)
    {
        foreach (Match match in Placeholder().Matches(text))
        {
            var (name, hasArgument) = (match.Groups[1].Value, match.Groups[2].Success);
            if (!Names.Contains(name)) throw new UsageException($"unknown placeholder {match.Value} of --exec. {Suggestion.For(name, Names, "Known are {task}, {type}, {agent}, {attempt} and {attribute:NAME}.")}");
            if (hasArgument != (name == "attribute")) throw new UsageException($"write {(hasArgument ? $"{{{name}}}" : "{attribute:NAME}")} instead of {match.Value} in --exec.");
        }

        return text;
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        var quote = '\0';
        foreach (var letter in text)
        {
            if (letter == quote) quote = '\0';
            else if (quote != '\0') word!.Append(letter);
            else if (letter is '\'' or '"')
            {
                quote = letter;
                word ??= new StringBuilder(); // also of an empty word
            }
            else if (!char.IsWhiteSpace(letter)) (word ??= new StringBuilder()).Append(letter);
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }

        if (quote != '\0') throw new UsageException($"a quote {quote} of --exec is never closed: {text}");
        if (word is not null) words.Add(word.ToString());
        return words;
    }

    // ${name} is the shell's own; braces around anything else than a lower-case word are plain text.
    [GeneratedRegex(@"(?<!\$)\{([a-z]+)(?::([^{}]+))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
