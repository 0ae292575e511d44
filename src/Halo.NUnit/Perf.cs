namespace Halo.NUnit;

/// <summary>Performance checks for NUnit tests. Every check is recorded, and written into the output of its test.</summary>
/// <remarks>
/// Checks run on the calling thread, and belong into tests that are <see cref="NonParallelizableAttribute"/>. A test may have
/// several.
/// </remarks>
public static class Perf
{
    /// <summary>Measures code, warmed up and in batches, and checks that every sample is within the budget of the test.</summary>
    /// <param name="action">The code.</param>
    /// <param name="budgetMs">The budget in milliseconds of one call; null for that of the nearest <see cref="PerfBudgetAttribute"/>.</param>
    /// <exception cref="PerfBudgetException">A sample is not within budget.</exception>
    /// <exception cref="InvalidOperationException">There is no budget, or a setting is out of its range.</exception>
    public static void Measure(Action action, double? budgetMs = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        TimeCheck.Run(MeasuredCode.Of(action), budgetMs);
    }

    /// <inheritdoc cref="Measure(Action, double?)"/>
    /// <typeparam name="T">The type of the result; no task.</typeparam>
    /// <param name="function">The code; its result is kept until the next call, so that none of the work can be left out.</param>
    /// <param name="budgetMs">The budget in milliseconds of one call; null for that of the nearest <see cref="PerfBudgetAttribute"/>.</param>
    /// <exception cref="ArgumentException">The code returns a task.</exception>
    public static void Measure<T>(Func<T> function, double? budgetMs = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        TimeCheck.Run(MeasuredCode.Of(function), budgetMs);
    }

    /// <summary>
    /// Measures asynchronous code. It runs on the calling thread, continuations included, as far as it does not leave its
    /// context; the returned task has ended, and what is wrong is thrown at once.
    /// </summary>
    /// <param name="function">The code.</param>
    /// <param name="budgetMs">The budget in milliseconds of one call; null for that of the nearest <see cref="PerfBudgetAttribute"/>.</param>
    /// <exception cref="PerfBudgetException">A sample is not within budget.</exception>
    /// <exception cref="InvalidOperationException">There is no budget, or a setting is out of its range.</exception>
    public static Task MeasureAsync(Func<Task> function, double? budgetMs = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        TimeCheck.Run(MeasuredCode.Of(function), budgetMs);
        return Task.CompletedTask;
    }
}
