using Halo.Results;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using AssertionStatus = NUnit.Framework.Interfaces.AssertionStatus;

namespace Halo.NUnit;

/// <summary>The attempts of one test: what each of its checks showed, kept and written out when the attempt is over.</summary>
internal sealed class PerfSession
{
    private static readonly AsyncLocal<PerfSession?> s_current = new();

    private readonly bool _isAttended;
    private readonly List<PerfAttempt> _checks = [];
    private readonly List<string> _lines = [];
    private int _written;

    /// <param name="run">The run.</param>
    /// <param name="test">The test.</param>
    /// <param name="policy">When it is tried again.</param>
    /// <param name="isAttended">Whether a command ends the attempts; otherwise each check is written out at once.</param>
    public PerfSession(PerfRun run, Test test, RetryPolicy policy, bool isAttended)
    {
        (Run, Test, Policy, _isAttended) = (run, test, policy, isAttended);
        MaxRetries = policy.MaxRetries == 0 ? 0 : run.Settings.MaxRetries ?? policy.MaxRetries;
        if (run.Introduction() is { } line) AddLine(line);
        Begin();
    }

    /// <summary>The session of the test that is running.</summary>
    public static PerfSession? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    public PerfRun Run { get; }

    public Test Test { get; }

    public RetryPolicy Policy { get; }

    public int MaxRetries { get; }

    /// <summary>The nearest budget attribute; null when there is none.</summary>
    public PerfBudgetAttribute? Declared => NearestAttributes.BudgetOf(Test);

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; private set; }

    /// <summary>Whether the attempt cannot be followed by another.</summary>
    public bool IsLast { get; private set; }

    /// <summary>The last check of the attempt that did not hold.</summary>
    public PerfBudgetException? Thrown { get; private set; }

    /// <summary>The lines for the output of the test.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The session of the calling test; an unattended one when no performance attribute wraps the test.</summary>
    /// <exception cref="InvalidOperationException">A retry is given, and does not reach the test.</exception>
    public static PerfSession Here()
    {
        var test = TestExecutionContext.CurrentContext.CurrentTest;
        if (Current?.Test == test) return Current;
        if (test.Method is not null && NearestAttributes.RetryOf(test).MaxRetries > 0)
        {
            throw new InvalidOperationException("The retry of its class or assembly does not reach this test: "
                + "NUnit before 4.6 looks for it on the test only, and [MaxTime] on a test hides it. Put it on the test.");
        }

        return Current = new PerfSession(PerfRun.Current, test, RetryPolicy.Default, isAttended: false);
    }

    /// <summary>Begins the next attempt.</summary>
    public void Begin()
    {
        Attempt++;
        _checks.Clear();
        _written = 0;
        Thrown = null;
        IsLast = Attempt > MaxRetries || Test.TypeInfo is null || !Run.Retries.HasMore(Test.TypeInfo.Assembly);
    }

    /// <summary>How much is measured.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of its range; the exception names all of them.</exception>
    public MeasureOptions Options()
    {
        var options = Declared?.Options ?? new MeasureOptions();
        var faults = options.Faults().ToArray();
        return faults.Length == 0 ? options : throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>What is known of a check when it begins. Checks of a test after its first have their number after its name.</summary>
    /// <exception cref="InvalidOperationException">The code was compiled without optimization.</exception>
    public PerfAttempt Check(PerfCheckKind kind)
    {
        var isOptimized = Test.TypeInfo is not { } type || OptimizedBuild.Require(type.Assembly);
        return Begun(kind) with { Machine = MachineClass.Of(isOptimized) };
    }

    private PerfAttempt Begun(PerfCheckKind kind) => new()
    {
        Run = Run.Id,
        Time = Run.Machine.Time.GetUtcNow(),
        Test = _checks.Count == 0 ? Test.FullName : $"{Test.FullName}#{_checks.Count + 1}",
        Machine = MachineClass.Current,
        Attempt = Attempt,
        MaxRetries = MaxRetries,
        Verdict = PerfVerdict.Error,
        Kind = kind,
        HasSignals = Run.Machine.Signals.HasSignals,
        Reason = Policy.Reason,
    };

    /// <summary>Keeps a finished check, and throws when it did not hold.</summary>
    /// <exception cref="PerfBudgetException">It did not hold.</exception>
    /// <exception cref="InconclusiveException">It was contended to the last attempt and not proven.</exception>
    public void Conclude(PerfAttempt check)
    {
        _checks.Add(check with { DurationMs = (Run.Machine.Time.GetUtcNow() - check.Time).TotalMilliseconds });
        if (!_isAttended) WriteOut();
        if (check.Verdict is PerfVerdict.Pass or PerfVerdict.NetPass) return;

        var message = check.Message ?? "";
        if (check.Verdict == PerfVerdict.Inconclusive) throw new InconclusiveException(message);

        // As Assert does: an exception that the test catches is in its result all the same.
        TestExecutionContext.CurrentContext.CurrentResult.RecordAssertion(AssertionStatus.Failed, message, null);
        throw Thrown = new PerfBudgetException(message, check.Verdict, check.Kind)
        {
            IsNarrow = check is { Kind: PerfCheckKind.Time, Figure: not PerfFigure.Bytes } && PerfBudgetException.IsNarrowly(check.Measured, check.Budget),
        };
    }

    /// <summary>Corrects the result of an attempt that is green without having proven what it promises.</summary>
    public void Correct(TestResult result)
    {
        var missing = MissingMeasurement.Of(result, NearestAttributes.BudgetOn(Test), _checks);
        if (missing is not null) result.SetResult(ResultState.Error, missing); // an error is never tried again
        if (result.ResultState.Status != TestStatus.Passed) return;
        if (_checks.Find(check => check.Verdict == PerfVerdict.Inconclusive) is { } unproven) result.SetResult(ResultState.Inconclusive, unproven.Message ?? "");
    }

    /// <summary>Ends the attempt.</summary>
    /// <param name="result">Its result.</param>
    /// <param name="nextDelay">The pause before the next attempt; null when there is none.</param>
    public void End(ITestResult result, TimeSpan? nextDelay)
    {
        if (result.ResultState.Status == TestStatus.Failed && !(Thrown is not null && RetryLaw.IsOnlyFailure(result, Thrown)))
        {
            var check = _checks.Count == 0 ? Begun(PerfCheckKind.Time) : _checks[^1];
            if (_checks.Count == 0) _checks.Add(check);
            _checks[^1] = check with { Verdict = PerfVerdict.Error, Message = result.Message.Trim() };
        }

        if (_checks.Count == 0) return;
        _checks[^1] = _checks[^1] with { NextDelayMs = nextDelay?.TotalMilliseconds };
        WriteOut();
    }

    private void WriteOut()
    {
        foreach (var check in _checks.Skip(_written))
        {
            AddLine(AttemptText.Line(check));
            if (Run.Keep(check) is { } fault) AddLine(fault);
        }

        _written = _checks.Count;
        AttemptProperties.Set(Test.Properties, _checks);
    }

    // A new attempt discards the output of the one before: who attends writes all lines at the end.
    private void AddLine(string line)
    {
        if (_isAttended) _lines.Add(line);
        else TestContext.Out.WriteLine(line);
    }
}
