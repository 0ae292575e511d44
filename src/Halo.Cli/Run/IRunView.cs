using Halo.Execution;

namespace Halo.Cli;

/// <summary>Shows a run while it lasts. Safe to call from several threads.</summary>
internal interface IRunView : IDisposable
{
    /// <summary>Something happened.</summary>
    void Show(RunEvent happened);
}
