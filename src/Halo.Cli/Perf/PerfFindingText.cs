using Halo.Results;

namespace Halo.Cli;

/// <summary>Findings of a gate in one line each.</summary>
internal static class PerfFindingText
{
    public static string Of(PerfFinding finding) => $"{NameOf(finding.Kind)}: {finding.Test}: {finding.Message}";

    private static string NameOf(FindingKind kind) => kind switch
    {
        FindingKind.RaisedBudget => "raised budget",
        FindingKind.RetryDebt => "retry debt",
        _ => "slower",
    };
}
