using Halo.Results;

namespace Halo.NUnit;

/// <summary>
/// A performance check did not hold. NUnit shows it as a failed assertion; a retry is possible only when
/// <see cref="Verdict"/> says that the machine was busy.
/// </summary>
public sealed class PerfBudgetException : AssertionException
{
    internal PerfBudgetException(string message, PerfVerdict verdict, PerfCheckKind kind)
        : base(message) => (Verdict, Kind) = (verdict, kind);

    /// <summary>What the attempt showed.</summary>
    public PerfVerdict Verdict { get; }

    /// <summary>What was checked.</summary>
    public PerfCheckKind Kind { get; }
}
