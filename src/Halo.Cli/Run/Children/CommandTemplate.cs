using System.Globalization;
using System.Text.RegularExpressions;

namespace Halo.Cli;

/// <summary>
/// A command with placeholders for a task's figures. Without a shell it is words, taken apart at blanks outside of quotes,
/// and a placeholder stays within its word. For a shell it is a script, and placeholders become the variables that hold the
/// values: what a task is called is never read as code.
/// </summary>
internal sealed partial class CommandTemplate
{
    private static readonly string[] Names = ["task", "type", "agent", "attempt", "attribute"];
    private static readonly string[] Shells = ["sh", "bash", "dash", "ksh", "zsh"];

    private readonly string[] _words;
    private readonly bool _isScript;

    private CommandTemplate(string[] words, bool isScript, string text)
    {
        (_words, _isScript) = (words, isScript);
        Attributes = [.. Placeholder().Matches(text).Where(match => match.Groups["attribute"].Success).Select(match => match.Groups["attribute"].Value).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The attributes that it asks for.</summary>
    public IReadOnlyCollection<string> Attributes { get; }

    /// <summary>Whether a shell that it starts by itself reads a value of the task as code.</summary>
    public bool ReadsValuesAsCode => !_isScript && Array.Exists(_words, word => Shells.Contains(Path.GetFileName(word), StringComparer.Ordinal)) && Array.FindIndex(_words, IsScriptOption) is >= 0 and var at
        && at + 1 < _words.Length && Placeholder().Matches(_words[at + 1]).Any(match => match.Groups["name"].Value is "task" or "type" or "agent" or "attribute");

    /// <summary>A command that is started as it is.</summary>
    /// <exception cref="UsageException">It is empty, a quote is open, a placeholder is unknown, or it needs a shell.</exception>
    public static CommandTemplate Direct(string text)
    {
        var words = CommandWords.Split(text);
        if (words.Count == 0 || words[0].Length == 0) throw new UsageException("a command of --exec is empty.");
        Check(text);
        return new CommandTemplate([.. words], isScript: false, text);
    }

    /// <summary>A script of the shell.</summary>
    /// <exception cref="UsageException">It is empty, or a placeholder is unknown or stands inside quotes.</exception>
    public static CommandTemplate Script(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new UsageException("a command of --exec is empty.");
        Check(text);
        var quoting = new ShellQuoting(text);
        var script = Placeholder().Replace(text, match =>
        {
            if (IsEscape(match)) return match.Value[1..^1];
            var variable = VariableOf(match);
            if (quoting.At(match.Index) is { } where)
            {
                throw new UsageException($"{match.Value} is inside {where} in --exec '{text}': the shell would read its quotes anew. Write \"${variable}\" there, in double quotes, or {match.Value} outside of quotes.");
            }

            return $"\"${{{variable}}}\"";
        });
        return new CommandTemplate(["/bin/sh", "-c", script, "halo"], isScript: true, text);
    }

    /// <summary>The program and its arguments for a task; an attribute that the task does not have is empty.</summary>
    public IReadOnlyList<string> WordsFor(TaskGraph graph, int task, string agent, int attempt)
    {
        if (_isScript) return _words;
        var attributes = graph.AttributesOf(task);
        return [.. _words.Select(word => Placeholder().Replace(word, match => IsEscape(match) ? match.Value[1..^1] : match.Groups["name"].Value switch
        {
            "task" => graph.IdOf(task),
            "type" => graph.TypeOf(task),
            "agent" => agent,
            "attempt" => attempt.ToString(CultureInfo.InvariantCulture),
            _ => attributes.TryGetValue(match.Groups["attribute"].Value, out var value) && value.Kind != AttributeKind.None ? value.ToString() : "",
        }))];
    }

    /// <summary>The placeholders of attributes that a task does not have; empty when it has all.</summary>
    public string MissingFor(TaskGraph graph, int task)
    {
        if (Attributes.Count == 0) return "";
        var attributes = graph.AttributesOf(task);
        return string.Join(", ", Attributes.Where(name => !attributes.TryGetValue(name, out var value) || value.Kind == AttributeKind.None).Select(name => $"{{attribute:{name}}}"));
    }

    private static bool IsScriptOption(string word) => word.Length > 1 && word[0] == '-' && word[1] != '-' && word[^1] == 'c';

    private static bool IsEscape(Match match) => !match.Groups["name"].Success;

    private static string VariableOf(Match match) => match.Groups["name"].Value switch
    {
        "task" => CommandEnvironment.Task,
        "type" => CommandEnvironment.Type,
        "agent" => CommandEnvironment.Agent,
        "attempt" => CommandEnvironment.Attempt,
        _ => CommandEnvironment.NameOf(match.Groups["attribute"].Value),
    };

    private static void Check(string text)
    {
        foreach (Match match in Placeholder().Matches(text))
        {
            if (IsEscape(match)) continue;
            var (name, hasArgument) = (match.Groups["name"].Value, match.Groups["attribute"].Success);
            if (!Names.Contains(name))
            {
                throw new UsageException($"unknown placeholder {match.Value} of --exec. {Suggestion.For(name, Names, "Known are {task}, {type}, {agent}, {attempt} and {attribute:NAME}.")} For that text itself write {{{match.Value}}}.");
            }

            if (hasArgument != (name == "attribute")) throw new UsageException($"write {(hasArgument ? $"{{{name}}}" : "{attribute:NAME}")} instead of {match.Value} in --exec.");
        }
    }

    // {{name}} is the text {name}; ${name} is the shell's own; braces around anything else than a lower-case word are plain text.
    [GeneratedRegex(@"(?<!\$)(?:\{\{[a-z]+(?::[^{}]+)?\}\}|\{(?<name>[a-z]+)(?::(?<attribute>[^{}]+))?\})", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
