using System.Reflection;

namespace Halo.MutationRunner;

/// <summary>
/// Chooses the mutant that a mutated program runs with. Stryker compiles every mutant into one assembly, each behind a
/// question to a class of its own, which this class answers for.
/// </summary>
internal sealed class MutantSwitch
{
    /// <summary>The program as it was written.</summary>
    public const int NoMutant = -1;

    private readonly FieldInfo _active;
    private readonly FieldInfo _capture;
    private readonly MethodInfo _take;

    private MutantSwitch(Type control)
    {
        _active = control.GetField("ActiveMutant")!;
        _capture = control.GetField("CaptureCoverage")!;
        _take = control.GetMethod("GetCoverageData")!;
        Active = NoMutant;
    }

    /// <summary>The mutant that is on, or <see cref="NoMutant"/>.</summary>
    public int Active
    {
        get => (int)_active.GetValue(null)!;
        set => _active.SetValue(null, value);
    }

    /// <summary>Whether mutants that would run are noted, and none of them runs.</summary>
    public bool IsCapturing
    {
        get => (bool)_capture.GetValue(null)!;
        set => _capture.SetValue(null, value);
    }

    /// <returns>Null for an assembly that is not mutated.</returns>
    public static MutantSwitch? In(Assembly program) =>
        program.GetTypes().FirstOrDefault(type => type.Name == "MutantControl") is { } control ? new(control) : null;

    /// <summary>Takes what was noted since it was last taken.</summary>
    /// <returns>The mutants that would have run, and those of them in a static initializer, which runs only once.</returns>
    public (IReadOnlyCollection<int> Reached, IReadOnlyCollection<int> Once) Take()
    {
        var noted = (IList<int>[])_take.Invoke(null, null)!;
        return ([.. noted[0]], [.. noted[1]]);
    }
}
