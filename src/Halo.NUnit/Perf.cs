using System.Diagnostics.Contracts;

namespace Halo.NUnit;

/// <summary>Performance checks for NUnit tests. Every check is recorded, and written into the output of its test.</summary>
/// <remarks>
/// Checks run on the calling thread, and belong in tests that are <see cref="NonParallelizableAttribute"/>. A test may have
/// several.
/// </remarks>
public static class Perf
{
    /// <summary>Measures code, warmed up and in batches, and checks that it is within the budget of the test.</summary>
    /// <param name="action">The code.</param>
    /// <param name="budgetMs">The budget in milliseconds of one call; null for that of the nearest <see cref="PerfBudgetAttribute"/>.</param>
    /// <exception cref="PerfBudgetException">It is over budget.</exception>
    /// <exception cref="InconclusiveException">The machine was too busy to tell, to the last attempt.</exception>
    /// <exception cref="InvalidOperationException">There is no budget, a setting is out of its range, or the code was compiled without optimization.</exception>
    public static void Measure(Action action, double? budgetMs = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        TimeCheck.Run(MeasuredCode.Of(action), budgetMs);
    }

    /// <inheritdoc cref="Measure(Action, double?)"/>
    /// <typeparam name="T">The type of the result; no task.</typeparam>
    /// <param name="function">The code; its result is kept until the next call, so that none of the work can be left out.</param>
    /// <param name="budgetMs">The budget in milliseconds of one call; null for that of the nearest <see cref="PerfBudgetAttribute"/>.</param>
    /// <exception cref="ArgumentException">The code returns a task or a sequence that has not done its work yet, or starts an async void method.</exception>
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
    /// <exception cref="PerfBudgetException">It is over budget.</exception>
    /// <exception cref="InconclusiveException">The machine was too busy to tell, to the last attempt.</exception>
    /// <exception cref="InvalidOperationException">There is no budget, a setting is out of its range, or the code was compiled without optimization.</exception>
    public static Task MeasureAsync(Func<Task> function, double? budgetMs = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        TimeCheck.Run(MeasuredCode.Of(function), budgetMs);
        return Task.CompletedTask;
    }

    /// <summary>Compares the time of code with that of a reference.</summary>
    /// <param name="reference">The reference; best an older or plainer version of the same.</param>
    /// <param name="subject">The code.</param>
    /// <returns>The comparison; it is made when a limit is given.</returns>
    [Pure] // nothing is measured before a limit is given
    public static PerfRatio Ratio(Action reference, Action subject)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(subject);
        return new PerfRatio(MeasuredCode.Of(reference), MeasuredCode.Of(subject));
    }

    /// <inheritdoc cref="Ratio(Action, Action)"/>
    /// <typeparam name="TReference">The type of the reference's result; no task.</typeparam>
    /// <typeparam name="TSubject">The type of the result; no task.</typeparam>
    [Pure] // nothing is measured before a limit is given
    public static PerfRatio Ratio<TReference, TSubject>(Func<TReference> reference, Func<TSubject> subject)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(subject);
        return new PerfRatio(MeasuredCode.Of(reference), MeasuredCode.Of(subject));
    }

    /// <summary>Finds out how the time of code grows with a size.</summary>
    /// <param name="action">The code; it is given the size.</param>
    /// <param name="sizes">The sizes; at least two, best a decade apart or more.</param>
    /// <returns>The measurement; it is made when a limit is given.</returns>
    [Pure] // nothing is measured before a limit is given
    public static PerfScaling Scaling(Action<int> action, params int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Scaling(size => () => action(size), sizes);
    }

    /// <summary>Finds out how the time of code grows with a size, without the time to prepare it.</summary>
    /// <param name="prepare">Prepares a size, and returns the code.</param>
    /// <param name="sizes">The sizes; at least two, best a decade apart or more.</param>
    /// <returns>The measurement; it is made when a limit is given.</returns>
    [Pure] // nothing is measured before a limit is given
    public static PerfScaling Scaling(Func<int, Action> prepare, params int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        ArgumentNullException.ThrowIfNull(sizes);
        return new PerfScaling(prepare, sizes);
    }

    /// <summary>Counts the bytes that code allocates.</summary>
    /// <param name="action">The code.</param>
    /// <returns>The count; it is made when a limit is given.</returns>
    [Pure] // nothing is measured before a limit is given
    public static PerfAllocation Allocates(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return new PerfAllocation(MeasuredCode.Of(action));
    }

    /// <inheritdoc cref="Allocates(Action)"/>
    /// <typeparam name="T">The type of the result; no task.</typeparam>
    /// <param name="function">The code; its result escapes, so that it cannot be put on the stack.</param>
    [Pure] // nothing is measured before a limit is given
    public static PerfAllocation Allocates<T>(Func<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new PerfAllocation(MeasuredCode.Of(function));
    }
}
