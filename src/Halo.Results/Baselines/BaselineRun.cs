using System.Text.Json.Serialization;

namespace Halo.Results;

/// <summary>What a baseline keeps of a test in one run.</summary>
internal sealed record BaselineRun
{
    public required string Run { get; init; }

    /// <summary>How many attempts it took; more than one is a retry.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether it ended as NetPass or Inconclusive: like a retry, a debt.</summary>
    public bool Unproven { get; init; }

    /// <summary>How much slower than its best the machine was.</summary>
    public required double Slowdown { get; init; }

    /// <summary>Net milliseconds of one call, a figure for each sample; empty when none was finished.</summary>
    public required IReadOnlyList<double> NetMs { get; init; }

    /// <summary>The samples as they would be on a machine at its best.</summary>
    [JsonIgnore]
    public IEnumerable<double> CalmMs => NetMs.Select(net => net / Slowdown);

    public static BaselineRun Of(TestRun run) => new()
    {
        Run = run.Run,
        Attempts = run.Attempts.Count,
        Unproven = run.IsUnproven,
        Slowdown = Figures.Rounded(run.Slowdown),
        NetMs = [.. run.NetMs.Select(Figures.Rounded)],
    };
}
