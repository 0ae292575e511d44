namespace Halo.Rules;

/// <summary>Calls the handlers of an event so that none keeps the others from being called.</summary>
internal static class EachHandler
{
    /// <param name="handlers">The handlers; null for none.</param>
    /// <param name="sender">Whose event it is.</param>
    /// <param name="arguments">What has happened.</param>
    /// <param name="failed">Is given what a handler throws.</param>
    /// <param name="stop">No further handler is called once it is cancelled.</param>
    public static void Call<T>(EventHandler<T>? handlers, object sender, T arguments, Action<Exception> failed, CancellationToken stop)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(handlers))
        {
            if (stop.IsCancellationRequested) return;
            try
            {
                handler(sender, arguments);
            }
            catch (Exception exception)
            {
                failed(exception);
            }
        }
    }
}
