using Halo.Results;

namespace Halo.NUnit;

/// <summary>
/// A performance check did not hold. NUnit shows it as a failed assertion; a retry is possible only when
/// <see cref="Verdict"/> says that the machine was busy.
/// </summary>
public sealed class PerfBudgetException : AssertionException
{
    private const double NarrowFactor = 1.25;

    internal PerfBudgetException(string message, PerfVerdict verdict, PerfCheckKind kind)
        : base(message) => (Verdict, Kind) = (verdict, kind);

    /// <summary>What the attempt showed.</summary>
    public PerfVerdict Verdict { get; }

    /// <summary>What was checked.</summary>
    public PerfCheckKind Kind { get; }

    /// <summary>
    /// Whether time is over the budget by less than a quarter: what shares caches and memory with the program can do that
    /// without a trace in any signal, but not in every attempt.
    /// </summary>
    internal bool IsNarrow { get; init; }

    /// <summary>Whether a figure is over a budget by less than a quarter.</summary>
    internal static bool IsNarrowly(double? measured, double? budget) => measured >= budget && measured < budget * NarrowFactor;
}
