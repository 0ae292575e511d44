using System.Globalization;
using System.Reflection;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using Polly;
using Polly.Retry;

namespace Halo.Performance;

/// <summary>Runs a test through a Polly retry pipeline, and writes each failed attempt into the test's output.</summary>
internal sealed class BackoffCommand(TestCommand inner, BackoffAttribute options) : DelegatingTestCommand(inner)
{
    private readonly record struct Attempt(TestResult Result, Exception? Error);

    public override TestResult Execute(TestExecutionContext context)
    {
        var log = new List<string>();
        var attempts = 0;
        Pipeline(context, log).Execute(_ => RunOnce(), context.CancellationToken);

        // Written at the end: a new attempt discards the output of the one before.
        foreach (var line in log) context.OutWriter.WriteLine(line);
        context.CurrentTest.Properties.Set("Attempts", attempts);
        return context.CurrentResult;

        Attempt RunOnce()
        {
            if (attempts++ > 0) context.CurrentResult = context.CurrentTest.MakeTestResult();
            try
            {
                context.CurrentResult = innerCommand.Execute(context);
                return new Attempt(context.CurrentResult, null);
            }
            catch (Exception exception)
            {
                var error = Unwrap(exception);
                context.CurrentResult.RecordException(error);
                return new Attempt(context.CurrentResult, error);
            }
        }
    }

    private ResiliencePipeline<Attempt> Pipeline(TestExecutionContext context, List<string> log)
    {
        var retries = TestContext.Parameters.Get("Backoff.MaxRetries", -1);
        if (retries < 0) retries = options.MaxRetries;
        if (retries == 0) return ResiliencePipeline<Attempt>.Empty; // the retry strategy needs at least one

        return new ResiliencePipelineBuilder<Attempt>().AddRetry(new RetryStrategyOptions<Attempt>
        {
            MaxRetryAttempts = retries,
            ShouldHandle = args => new ValueTask<bool>(IsFailedAssertion(args.Outcome.Result) && context.ExecutionStatus == TestExecutionStatus.Running),

            // A generator, because the built-in exponential backoff has a fixed factor.
            DelayGenerator = args => new ValueTask<TimeSpan?>(options.DelayBefore(args.AttemptNumber)),
            OnRetry = args =>
            {
                var message = args.Outcome.Result.Result.Message.Trim().ReplaceLineEndings(" ");
                log.Add(string.Create(CultureInfo.InvariantCulture, $"[backoff] attempt {args.AttemptNumber + 1} failed, again in {args.RetryDelay.TotalMilliseconds:0} ms: {message}"));
                return default;
            },
        }).Build();
    }

    private static bool IsFailedAssertion(Attempt attempt) => attempt.Error is AssertionException or MultipleAssertException;

    private static Exception Unwrap(Exception exception)
    {
        while (exception is NUnitException or TargetInvocationException && exception.InnerException is { } inner) exception = inner;
        return exception;
    }
}
