using System.Runtime.ExceptionServices;

namespace Halo.Cli;

/// <summary>Shows progress where somebody still reads it. A display that fails is switched off: it never ends a run.</summary>
internal sealed class RunOutput
{
    private volatile Exception? _fault;

    /// <summary>Why nothing is shown any more; null as long as the display works, and where standard output has failed.</summary>
    public string? Fault => _fault is null || IsOfOutput ? null : $"the display of the progress has failed, and the tasks went on: {_fault.Message}";

    private bool IsOfOutput => _fault is IOException or UnauthorizedAccessException;

    /// <summary>Throws what standard output threw, so that lines which are missing are not lost in silence.</summary>
    /// <exception cref="IOException">Standard output has failed, or its reader has seen enough.</exception>
    public void ThrowIfLinesAreMissing()
    {
        if (IsOfOutput) ExceptionDispatchInfo.Throw(_fault!);
    }

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
