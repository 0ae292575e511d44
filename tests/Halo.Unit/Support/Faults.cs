using Halo.Rules;

namespace Halo.Unit;

/// <summary>What an input was refused for.</summary>
internal static class Faults
{
    /// <summary>The faults of an action that must be refused.</summary>
    public static IReadOnlyList<Diagnostic> Of(Action action) => Assert.Throws<HaloValidationException>(action)!.Diagnostics;

    /// <summary>The only fault of an action that must be refused.</summary>
    public static Diagnostic Only(Action action) => Only(Of(action));

    /// <summary>The only one of some faults; the test fails with all of them when there are more.</summary>
    public static Diagnostic Only(IReadOnlyList<Diagnostic> faults)
    {
        Assert.That(faults, Has.Count.EqualTo(1), string.Join(Environment.NewLine, faults));
        return faults[0];
    }
}
