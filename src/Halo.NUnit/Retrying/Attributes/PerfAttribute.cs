using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal.Commands;

namespace Halo.NUnit;

/// <summary>
/// An attribute of performance tests. On a test, its class or its assembly it has the attempts of the test recorded; the
/// nearest of a kind counts.
/// </summary>
/// <remarks>
/// An attempt is SetUp, test and TearDown, on a new fixture object with <see cref="LifeCycle.InstancePerTestCase"/>, and with a
/// new clock of <see cref="CancelAfterAttribute"/>. NUnit looks for wrappers like this on the class only when the test has none
/// of its own: <see cref="MaxTimeAttribute"/> on a test hides those of its class. Before version 4.6 it looks on the
/// test only: a retry on a class or an assembly is an error there.
/// </remarks>
public abstract class PerfAttribute : NUnitAttribute, IWrapSetUpTearDown
{
    private protected PerfAttribute()
    {
    }

    /// <summary>Wraps the test; called by NUnit.</summary>
    /// <param name="command">SetUp, test and TearDown.</param>
    public TestCommand Wrap(TestCommand command) => new PerfCommand(command);
}
