using System.Collections;
using System.Globalization;
using System.Text;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>The values of a task as environment variables of its command: a shell never reads them as code.</summary>
internal static class CommandEnvironment
{
    public const string Task = "HALO_TASK";
    public const string Type = "HALO_TYPE";
    public const string Agent = "HALO_AGENT";
    public const string Attempt = "HALO_ATTEMPT";
    private const string Run = "HALO_RUN";
    private const string Key = "HALO_KEY";
    private const string Attribute = "HALO_ATTRIBUTE_";
    private const int Longest = 32 << 10; // a system takes about 128 KB for one, and 2 MB for all

    /// <summary>The variables of this process, but for those of a task that it may itself be the command of.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Inherited { get; } =
        [.. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""))
            .Where(entry => !IsOfATask(entry.Key))];

    /// <summary>The variable of an attribute: a prefix and its name, with an underscore for what names of variables cannot hold.</summary>
    public static string NameOf(string attribute)
    {
        var name = new StringBuilder(Attribute);
        foreach (var letter in attribute) name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        return name.ToString();
    }

    /// <param name="task">The task.</param>
    /// <param name="context">The attempt.</param>
    /// <param name="needed">Attributes that the command asks for, which are passed however long they are.</param>
    public static IReadOnlyDictionary<string, string> Of(PlannedTask task, TaskContext context, IReadOnlyCollection<string> needed)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Task] = task.Id,
            [Type] = task.Type,
            [Agent] = context.Agent,
            [Attempt] = context.Attempt.ToString(CultureInfo.InvariantCulture),
            [Run] = context.RunId,
            [Key] = context.IdempotencyKey(),
        };

        // Of attributes with one variable that counts which the command asks for, or whose name it is.
        var attributes = task.Attributes().OrderBy(pair => needed.Contains(pair.Key)).ThenBy(pair => NameOf(pair.Key) == Attribute + pair.Key);
        foreach (var (name, value) in attributes)
        {
            var text = value.Kind == AttributeKind.None ? "" : value.ToString();
            if (text.Length <= Longest || needed.Contains(name)) variables[NameOf(name)] = text;
        }

        return variables;
    }

    private static bool IsOfATask(string name) =>
        name is Task or Type or Agent or Attempt or Run or Key || name.StartsWith(Attribute, StringComparison.Ordinal);
}
