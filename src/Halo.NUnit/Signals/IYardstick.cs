namespace Halo.NUnit;

/// <summary>A fixed piece of work by which the speed of the machine is told.</summary>
internal interface IYardstick
{
    /// <summary>The work that is timed.</summary>
    void Run();
}
