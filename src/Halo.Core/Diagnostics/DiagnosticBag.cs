using System.Globalization;

namespace Halo.Core;

/// <summary>
/// Collects faults up to a limit and counts the rest, so that hostile input cannot make the report itself too large.
/// </summary>
/// <param name="limit">How many faults are kept; the rest is only counted.</param>
public sealed class DiagnosticBag(int limit = DiagnosticBag.DefaultLimit)
{
    /// <summary>How many faults are kept where no other limit is given.</summary>
    public const int DefaultLimit = 10_000;

    private const int SuggestionLimit = 200;

    private readonly List<Diagnostic> _kept = [];
    private long _dropped;
    private DiagnosticSeverity _worstDropped;

    /// <summary>Whether a fault is an error, kept or only counted.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether the next fault would only be counted: not worth a sentence.</summary>
    public bool IsFull => _kept.Count >= limit;

    /// <summary>Whether the report is still short enough to look for the name that was meant, which costs far more than the fault.</summary>
    public bool WantsSuggestions => _kept.Count < SuggestionLimit;

    /// <summary>Whether faults were found that will not be listed: the place to stop looking for more.</summary>
    public bool HasDropped => _dropped > 0;

    /// <summary>Adds an error.</summary>
    /// <param name="code">The code of its kind, one of <see cref="DiagnosticCodes"/>.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="help">What would be right.</param>
    /// <param name="location">Where it is.</param>
    public void Error(string code, string message, string help = "", SourceLocation location = default) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Error, message, help, location));

    /// <summary>Adds a fault of any severity. O(1).</summary>
    /// <param name="diagnostic">The fault.</param>
    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (!IsFull)
        {
            _kept.Add(diagnostic.Message.Length + diagnostic.Help.Length <= ShortenedText.LongestMessage ? diagnostic : Shortened(diagnostic));
            return;
        }

        _dropped++;
        if (diagnostic.Severity > _worstDropped) _worstDropped = diagnostic.Severity;
    }

    /// <summary>Adds faults in their order.</summary>
    /// <param name="diagnostics">The faults.</param>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }

    /// <summary>The faults: file by file as they were met first, in each by line and column; those without a line come last.</summary>
    public IReadOnlyList<Diagnostic> ToList() => _dropped == 0
        ? [.. InOrder()]
        : [.. InOrder(), new Diagnostic(DiagnosticCodes.MoreFaults, _worstDropped,
            string.Create(CultureInfo.InvariantCulture, $"At least {_dropped} more faults are not listed."), "Fix these first.")];

    // Readers find some faults only at the end of the text. The sort keeps the order of those at one place.
    private IEnumerable<Diagnostic> InOrder()
    {
        if (_kept.Count < 2) return _kept;
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var fault in _kept) files.TryAdd(fault.Location.File ?? "", files.Count);
        return _kept.OrderBy(fault => files[fault.Location.File ?? ""])
            .ThenBy(fault => fault.Location.Line == 0 ? int.MaxValue : fault.Location.Line)
            .ThenBy(fault => fault.Location.Column);
    }

    // Names come from the input and may be as long as the file, which no output format can carry.
    private static Diagnostic Shortened(Diagnostic diagnostic) =>
        diagnostic with { Message = ShortenedText.OfMessage(diagnostic.Message), Help = ShortenedText.OfMessage(diagnostic.Help) };

    /// <summary>Throws when a fault is an error.</summary>
    /// <exception cref="HaloValidationException">There is an error; the exception carries every fault.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors) throw new HaloValidationException(ToList());
    }
}
