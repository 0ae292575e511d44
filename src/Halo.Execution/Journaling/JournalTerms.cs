using System.Text.Json;

namespace Halo.Execution;

/// <summary>What a run must have in common with a journal that it resumes from.</summary>
internal sealed class JournalTerms
{
    private const int Version = 2;
    private const int RestOfPart = 2_000; // process, machine, time and run

    private readonly string _tasks;
    private readonly string _conditions;
    private readonly string _attributes;
    private readonly IReadOnlyDictionary<string, string> _inputs;

    public JournalTerms(TaskGraph graph, RunOptions options)
    {
        (_tasks, _conditions, _attributes) = (Fingerprint.OfTasks(graph), Fingerprint.OfConditions(graph), Fingerprint.OfAttributes(graph));
        _inputs = Fingerprint.OfEach(options.JournalInputs);
        Header = JournalLines.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("haloJournal", Version);
            json.WriteString("tasks", _tasks);
            json.WriteString("conditions", _conditions);
            json.WriteEndObject();
        });
        LongestLine = Header.Length + RestOfPart + PartOf(new JournalHolder(0, "", default), "", false).ToLine().Length;
    }

    /// <summary>The first line of the journal.</summary>
    public byte[] Header { get; }

    /// <summary>How long lines get that are no records of tasks.</summary>
    public int LongestLine { get; }

    public JournalPart PartOf(JournalHolder holder, string runId, bool retriesFailed) => new(holder, runId, _attributes, _inputs, retriesFailed);

    /// <summary>What a journal with another first line is; null when it is none.</summary>
    public string? WhyOther(JsonElement header)
    {
        if (header.ValueKind != JsonValueKind.Object || !header.TryGetProperty("haloJournal", out var version)) return null;
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version) return "the journal of another version of Halo";
        var hasTasks = header.TryGetProperty("tasks", out var tasks) && tasks.ValueKind == JsonValueKind.String && tasks.ValueEquals(_tasks);
        return hasTasks ? "the journal of the same tasks with other join rules or conditions" : "the journal of another graph";
    }

    /// <summary>What is not as it was in a part of the run.</summary>
    public IEnumerable<string> ChangesSince(JournalPart part)
    {
        if (part.Attributes != _attributes) yield return "other attributes of tasks";
        foreach (var (name, fingerprint) in part.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            if (_inputs.GetValueOrDefault(name) != fingerprint) yield return $"another {name}";
        }
    }
}
