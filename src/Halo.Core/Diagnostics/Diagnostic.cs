using System.Collections.ObjectModel;
using System.Globalization;

namespace Halo.Routing;

/// <summary>How much a <see cref="Diagnostic"/> matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Valid, but probably not intended.</summary>
    Warning,

    /// <summary>The input is refused.</summary>
    Error,
}

/// <summary>One fault of an input: where it is, what is wrong and what would be right.</summary>
/// <param name="Code">A stable code of the fault's kind, such as <c>HALO101</c>; see <see cref="DiagnosticCodes"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong, naming the rule, task or agent.</param>
/// <param name="Help">What would be right; may be empty.</param>
/// <param name="Location">The file, line and column, where known.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, string Help = "", SourceLocation Location = default)
{
    /// <summary>A cycle's task ids, the first repeated at the end; empty for other faults.</summary>
    public IReadOnlyList<string> Cycle { get; init; } = [];

    /// <summary>An example task that proves the fault: its attributes, the type under the name <c>type</c>; empty where there is none.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Witness { get; init; } = ReadOnlyDictionary<string, AttributeValue>.Empty;

    /// <summary>One line in the form that editors and CI systems recognize: <c>file(line,column): error CODE: message help example</c>.</summary>
    public override string ToString()
    {
        var column = Location.Column == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $",{Location.Column}");
        var place = (Location.File, Location.Line) switch
        {
            (null, 0) => "",
            (null, var line) => string.Create(CultureInfo.InvariantCulture, $"line {line}{column}: "),
            (var file, 0) => $"{file}: ",
            var (file, line) => string.Create(CultureInfo.InvariantCulture, $"{file}({line}{column}): "),
        };
        var severity = Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "info" };
        var help = Help.Length == 0 ? "" : $" {Help}";
        var example = Witness.Count == 0 ? "" : $" Example: {string.Join(", ", Witness.Select(pair => $"{pair.Key}={QuotedValue.Of(pair.Value)}"))}.";
        var text = $"{place}{severity} {Code}: {Message}{help}{example}";
        return text.ReplaceLineEndings("\\n"); // names come from the input and may hold line breaks
    }
}
