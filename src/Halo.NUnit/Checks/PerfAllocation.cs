using System.Globalization;
using Halo.Results;

namespace Halo.NUnit;

/// <summary>Code whose allocations are counted, which does not depend on the machine.</summary>
/// <remarks>
/// Counted are the bytes of the calling thread, warmed up, in five batches of up to ten calls; the batch with the fewest
/// counts, since the runtime itself allocates now and then.
/// </remarks>
public sealed class PerfAllocation
{
    private const int Batches = 5;
    private const int MostCalls = 10;

    private readonly MeasuredCode _code;

    internal PerfAllocation(MeasuredCode code) => _code = code;

    /// <summary>Checks that one call allocates exactly so many bytes.</summary>
    /// <param name="bytes">The bytes; 0 or more.</param>
    /// <exception cref="PerfBudgetException">It allocates more or less.</exception>
    public void Exactly(long bytes) => Check(bytes, "exactly", measured => measured == bytes);

    /// <summary>Checks that one call allocates at most so many bytes.</summary>
    /// <param name="bytes">The bytes; 0 or more.</param>
    /// <exception cref="PerfBudgetException">It allocates more.</exception>
    public void AtMost(long bytes) => Check(bytes, "at most", measured => measured <= bytes);

    private void Check(long bytes, string relation, Func<double, bool> holds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        var session = PerfSession.Here();
        var check = session.Check(PerfCheckKind.Allocation);
        var warmUp = new WarmUp(session.Run.Machine, session.Options());
        var calls = Math.Min(warmUp.Run(_code), MostCalls);
        PerfSample[] samples = [.. Enumerable.Range(0, Batches).Select(_ => warmUp.Batch(_code, calls))];
        var measured = samples.Min(sample => sample.BytesPerCall);
        session.Conclude(check with
        {
            Verdict = holds(measured) ? PerfVerdict.Pass : PerfVerdict.Regression,
            Budget = bytes,
            Measured = measured,
            Samples = samples,
            Message = holds(measured)
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"Allocates {measured:#,0.##} bytes a call; {relation} {bytes:#,0} are allowed."),
        });
    }
}
