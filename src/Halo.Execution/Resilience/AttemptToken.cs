namespace Halo.Execution;

/// <summary>
/// The token of one attempt that may time out. What the handler's callbacks on it throw would come up in a timer, where it
/// ends the process: here it is noted.
/// </summary>
internal sealed class AttemptToken : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _registration;
    private readonly ListenerFaults _faults;

    public AttemptToken(ListenerFaults faults, CancellationToken outer)
    {
        _faults = faults;
        _registration = outer.UnsafeRegister(static state => ((AttemptToken)state!).Cancel(), this);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private void Cancel()
    {
        try
        {
            _source.Cancel();
        }
        catch (AggregateException fault)
        {
            foreach (var each in fault.InnerExceptions) _faults.Add(each);
        }
    }
}
