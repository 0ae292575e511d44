namespace Halo.Unit.Routing.Graph;

/// <summary>Every bound of how a task is run, from both sides.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class SettingsRangeTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan HalfSecond = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [TestCaseSource(nameof(Allowed))]
    public void Faults_FigureAtItsBound_AreNone(IReadOnlyList<OptionFault> faults) => Assert.That(faults, Is.Empty);

    [TestCaseSource(nameof(Refused))]
    public void Faults_FigureBeyondItsBound_NameIt(IReadOnlyList<OptionFault> faults, string fault) => Assert.That(faults.Select(found => found.ToString()), Is.EqualTo(new[] { fault }));

    [Test]
    public void Jitter_NotGiven_IsOn() => Assert.That(new RetrySettings().Jitter, Is.True);

    private static IEnumerable<TestCaseData> Allowed()
    {
        yield return Case("least attempts of a retry", new RetrySettings { MaxAttempts = 1 }.Faults());
        yield return Case("most attempts of a retry", new RetrySettings { MaxAttempts = 1_000 }.Faults());
        yield return Case("no pause", new RetrySettings { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero }.Faults());
        yield return Case("longest pause", new RetrySettings { Delay = Day, MaxDelay = Day }.Faults());
        yield return Case("shortest timeouts", new ExecutionSettings { AttemptTimeout = TimeSpan.FromMilliseconds(10), TotalTimeout = TimeSpan.FromMilliseconds(10) }.Faults());
        yield return Case("longest timeouts", new ExecutionSettings { AttemptTimeout = Day, TotalTimeout = Day }.Faults());
        yield return Case("whole failure ratio", new CircuitBreakerSettings { FailureRatio = 1 }.Faults());
        yield return Case("least attempts of a breaker", new CircuitBreakerSettings { MinimumAttempts = 2 }.Faults());
        yield return Case("most attempts of a breaker", new CircuitBreakerSettings { MinimumAttempts = 1_000_000 }.Faults());
        yield return Case("shortest durations", new CircuitBreakerSettings { SamplingDuration = HalfSecond, BreakDuration = HalfSecond }.Faults());
        yield return Case("longest durations", new CircuitBreakerSettings { SamplingDuration = Day, BreakDuration = Day }.Faults());
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case("no attempt", new RetrySettings { MaxAttempts = 0 }.Faults(), "MaxAttempts is 0; it must be from 1 to 1000");
        yield return Case("1,001 attempts", new RetrySettings { MaxAttempts = 1_001 }.Faults(), "MaxAttempts is 1001; it must be from 1 to 1000");
        yield return Case("negative pause", new RetrySettings { Delay = -Tick }.Faults(), "Delay is -00:00:00.0000001; it must be from zero to one day");
        yield return Case("pause of more than a day", new RetrySettings { MaxDelay = Day + Tick }.Faults(), "MaxDelay is 1.00:00:00.0000001; it must be from zero to one day");
        yield return Case("no list of failures", new RetrySettings { NonRetryable = null! }.Faults(), "NonRetryable must not be null");
        yield return Case("empty failure", new RetrySettings { NonRetryable = ["exit 1", ""] }.Faults(), "NonRetryable must not hold an empty text");
        yield return Case("short timeout", new ExecutionSettings { AttemptTimeout = TimeSpan.FromMilliseconds(10) - Tick }.Faults(), "AttemptTimeout is 00:00:00.0099999; it must be from 10 milliseconds to one day");
        yield return Case("long timeout", new ExecutionSettings { TotalTimeout = Day + Tick }.Faults(), "TotalTimeout is 1.00:00:00.0000001; it must be from 10 milliseconds to one day");
        yield return Case("retry of execution", new ExecutionSettings { Retry = new RetrySettings { MaxAttempts = 0 } }.Faults(), "Retry.MaxAttempts is 0; it must be from 1 to 1000");
        yield return Case("no failure ratio", new CircuitBreakerSettings { FailureRatio = 0 }.Faults(), "FailureRatio is 0; it must be more than 0 and at most 1");
        yield return Case("failure ratio above one", new CircuitBreakerSettings { FailureRatio = 1.01 }.Faults(), "FailureRatio is 1.01; it must be more than 0 and at most 1");
        yield return Case("one attempt of a breaker", new CircuitBreakerSettings { MinimumAttempts = 1 }.Faults(), "MinimumAttempts is 1; it must be from 2 to 1000000");
        yield return Case("1,000,001 attempts", new CircuitBreakerSettings { MinimumAttempts = 1_000_001 }.Faults(), "MinimumAttempts is 1000001; it must be from 2 to 1000000");
        yield return Case("short sampling", new CircuitBreakerSettings { SamplingDuration = HalfSecond - Tick }.Faults(), "SamplingDuration is 00:00:00.4999999; it must be from half a second to one day");
        yield return Case("long break", new CircuitBreakerSettings { BreakDuration = Day + Tick }.Faults(), "BreakDuration is 1.00:00:00.0000001; it must be from half a second to one day");
    }

    private static TestCaseData Case(string name, IReadOnlyList<OptionFault> faults, params string[] expected) => new TestCaseData([faults, .. expected]).SetArgDisplayNames(name);
}
