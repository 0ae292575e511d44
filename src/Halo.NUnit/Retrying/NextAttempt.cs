using System.Runtime.CompilerServices;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Halo.NUnit;

/// <summary>
/// Runs an attempt after the first as NUnit runs the first one: on a new fixture object where each case has its own, and
/// with a new clock where the test is cancelled after a time.
/// </summary>
internal static class NextAttempt
{
    public static TestResult Run(TestCommand inner, TestExecutionContext context)
    {
        context.CurrentResult = context.CurrentTest.MakeTestResult(); // without the failed assertions of the attempt before
        context.CurrentRepeatCount++;
        var command = HasOwnInstance(inner.Test) ? new FixturePerTestCaseCommand(inner) : inner;
        if (!context.CancellationToken.CanBeCanceled || MillisecondsOf(context) is not (> 0 and var milliseconds))
            return command.Execute(context);

        var first = context.CancellationToken;
        using var clock = new CancellationTokenSource(milliseconds);
        SetCancellationToken(context, clock.Token);
        try
        {
            return command.Execute(context);
        }
        finally
        {
            SetCancellationToken(context, first);
        }
    }

    private static bool HasOwnInstance(Test test) =>
        NearestAttributes.Of<FixtureLifeCycleAttribute>(method: null, test.TypeInfo?.Type) is [{ LifeCycle: LifeCycle.InstancePerTestCase }, ..];

    private static int MillisecondsOf(TestExecutionContext context) =>
        context.CurrentTest.Properties.Get(PropertyNames.Timeout) as int? ?? context.TestCaseTimeout;

    // NUnit starts the clock once outside of all wrappers that may be on a class; only it can set the token.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CancellationToken")]
    private static extern void SetCancellationToken(TestExecutionContext context, CancellationToken token);
}
