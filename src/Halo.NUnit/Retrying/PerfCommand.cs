using System.Reflection;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using Polly;
using Polly.Retry;

namespace Halo.NUnit;

/// <summary>Runs the attempts of a test in a Polly pipeline, and has them recorded.</summary>
internal sealed class PerfCommand(TestCommand inner) : DelegatingTestCommand(inner)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        // Each performance attribute of a test wraps it: the outermost wrapper does the work of all.
        var outer = PerfSession.Current;
        if (outer?.Test == context.CurrentTest) return innerCommand.Execute(context);
        try
        {
            var session = new PerfSession(PerfRun.Current, context.CurrentTest, NearestAttributes.RetryOf(context.CurrentTest), isAttended: true);
            PerfSession.Current = session;
            Execute(session, context);
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException)
        {
            context.CurrentResult.SetResult(ResultState.NotRunnable, fault.Message);
        }
        finally
        {
            PerfSession.Current = outer;
        }

        return context.CurrentResult;
    }

    private void Execute(PerfSession session, TestExecutionContext context)
    {
        Pipeline(session, context).Execute(_ => Attempt(session, context));
        session.End(context.CurrentResult, nextDelay: null);
        foreach (var line in session.Lines) context.OutWriter.WriteLine(line);
    }

    private static ResiliencePipeline<TestResult> Pipeline(PerfSession session, TestExecutionContext context)
    {
        if (session.MaxRetries == 0) return ResiliencePipeline<TestResult>.Empty; // the retry strategy needs at least one
        return new ResiliencePipelineBuilder<TestResult> { TimeProvider = session.Run.Machine.Time }.AddRetry(new RetryStrategyOptions<TestResult>
        {
            MaxRetryAttempts = session.MaxRetries,
            ShouldHandle = args => new ValueTask<bool>(MayTryAgain(session, context, args.Outcome.Result!)),

            // A generator, because the built-in exponential backoff has a fixed factor; the strategy's own limit does not bound it.
            DelayGenerator = args => new ValueTask<TimeSpan?>(session.Policy.DelayBefore(args.AttemptNumber)),
            OnRetry = args =>
            {
                session.End(args.Outcome.Result!, args.RetryDelay);
                session.Begin();
                return default;
            },
        }).Build();
    }

    private static bool MayTryAgain(PerfSession session, TestExecutionContext context, TestResult result) =>
        !session.IsLast
        && context.ExecutionStatus == TestExecutionStatus.Running
        && RetryLaw.Allows(session.Policy, session.Thrown, result)
        && session.Run.Retries.TryTake(session.Test.TypeInfo!.Assembly);

    private TestResult Attempt(PerfSession session, TestExecutionContext context)
    {
        try
        {
            context.CurrentResult = session.Attempt == 1 ? innerCommand.Execute(context) : NextAttempt.Run(innerCommand, context);
        }
        catch (Exception exception)
        {
            context.CurrentResult.RecordException(Unwrap(exception));
        }

        session.Correct(context.CurrentResult);

        return context.CurrentResult;
    }

    private static Exception Unwrap(Exception exception)
    {
        while (exception is NUnitException or TargetInvocationException && exception.InnerException is { } inner) exception = inner;
        return exception;
    }
}
