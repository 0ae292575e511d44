namespace Halo.Cli;

/// <summary>Shows progress where somebody still reads it. A display that fails is switched off: it never ends a run.</summary>
internal sealed class RunOutput
{
    private volatile Exception? _fault;

    /// <summary>Why nothing is shown any more; null as long as the display works, and when its reader has seen enough.</summary>
    public string? Fault => _fault is null or IOException ? null : $"the display of the progress has failed, and the tasks went on: {_fault.Message}";

    public void Try(Action show)
    {
        if (_fault is not null) return;
        try
        {
            show();
        }
        catch (Exception fault)
        {
            _fault = fault;
        }
    }
}
