namespace Halo.NUnit;

/// <summary>
/// Sees code start an async void method, whose work goes on after the call has returned: the compiler's builder of such a
/// method tells the current context that an operation has started.
/// </summary>
internal sealed class AsyncVoidWatch : SynchronizationContext
{
    private int _started;

    public override void OperationStarted() => Interlocked.Increment(ref _started);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the code and throws when it has started one.</summary>
    /// <exception cref="ArgumentException">It has.</exception>
    public static void Run(Action code)
    {
        var (before, watch) = (Current, new AsyncVoidWatch());
        SetSynchronizationContext(watch);
        try
        {
            code();
        }
        finally
        {
            SetSynchronizationContext(before);
        }

        if (watch._started > 0)
            throw new ArgumentException(
                "The code starts an async void method, which is measured only up to its first wait: return a Task and measure it with MeasureAsync.");
    }
}
