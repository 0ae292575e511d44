namespace Halo.Unit.NUnit.Retrying;

/// <summary>What measured code may do. With one sample an attempt makes two calls: one to warm up, one to measure.</summary>
internal static class Acts
{
    public static Action<FakeMachine, int> Fine { get; } = (machine, _) => machine.Spend(60);

    public static Action<FakeMachine, int> Slow { get; } = (machine, _) => machine.Spend(125);

    public static Action<FakeMachine, int> Queued { get; } = QueuedAttempts(int.MaxValue / 2);

    /// <summary>Is over the budget by less than a quarter in the first attempts, each of which is measured twice.</summary>
    public static Action<FakeMachine, int> NarrowlySlow(int attempts) => (machine, call) => machine.Spend(call <= attempts * 3 ? 124 : 60);

    /// <summary>Queues in the first attempts, and has the processor for itself afterwards.</summary>
    public static Action<FakeMachine, int> QueuedAttempts(int attempts) => (machine, call) =>
    {
        if (call <= attempts * 2) machine.Spend(300, runDelayMs: 240);
        else machine.Spend(60);
    };

    /// <summary>Queues in the first attempts, and is slow afterwards.</summary>
    public static Action<FakeMachine, int> SlowAfterQueuedAttempts(int attempts) => (machine, call) =>
    {
        if (call <= attempts * 2) machine.Spend(300, runDelayMs: 240);
        else machine.Spend(125);
    };
}
