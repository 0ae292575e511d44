using System.Xml.Linq;

namespace Halo.NUnitConsole;

/// <summary>
/// The selected tests of some assemblies. Results are nunit3 XML, with <c>test-run</c> at the root. A run cannot be stopped:
/// NUnit 5 no longer has the method that the engine calls for it.
/// </summary>
internal interface ITestSession : IDisposable
{
    /// <summary>Loads the assemblies, and must be called first.</summary>
    /// <exception cref="InvalidAssemblyException">An assembly cannot be loaded.</exception>
    /// <exception cref="UsageException">The selection cannot be applied.</exception>
    void Load();

    /// <summary>The selected tests, without running any.</summary>
    XElement Explore();

    /// <summary>Runs the selected tests.</summary>
    /// <param name="onEvent">Receives each event, as XML, from any thread.</param>
    XElement Run(Action<string> onEvent);
}
