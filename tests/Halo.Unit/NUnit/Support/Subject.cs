namespace Halo.Unit.NUnit;

/// <summary>What the fixtures under test do; each run has its own.</summary>
internal static class Subject
{
    private static readonly AsyncLocal<(FakeMachine Machine, Action Act)> s_current = new();

    public static FakeMachine Machine => s_current.Value.Machine;

    /// <summary>The measured code.</summary>
    public static void Act() => s_current.Value.Act();

    public static void Use(FakeMachine machine, Action act) => s_current.Value = (machine, act);
}
