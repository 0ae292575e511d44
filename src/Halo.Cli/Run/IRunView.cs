using Halo.Execution;

namespace Halo.Cli;

/// <summary>Shows a run while it lasts. Safe to call from several threads.</summary>
internal interface IRunView : IDisposable
{
    /// <summary>A handler is called.</summary>
    void Attempt(string task, string agent, int attempt);

    /// <summary>Something happened.</summary>
    void Show(in RunEvent happened);
}
