using System.Text.Json.Serialization;

namespace Halo.MutationRunner;

/// <summary>What became of a mutant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
internal enum Verdict
{
    /// <summary>Its tests run; without a later verdict they ended the process.</summary>
    Started = 0,

    /// <summary>A test failed, and what an earlier mutant left behind may be to blame: it counts as if it had not run.</summary>
    Undecided,

    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>A test did not end in time.</summary>
    TimedOut,

    /// <summary>Every quick test passed that reaches it; the slow ones have not run.</summary>
    Waiting,

    /// <summary>Every test passed that reaches it.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NotReached,
}

/// <summary>A line of the file of outcomes.</summary>
/// <param name="Mutant">Its number.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="By">The test that noticed it, or the way it was noticed; null when it was not.</param>
/// <param name="Milliseconds">How long that took.</param>
internal sealed record Outcome(int Mutant, Verdict Verdict, string? By = null, double Milliseconds = 0);
