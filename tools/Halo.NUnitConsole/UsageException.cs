namespace Halo.NUnitConsole;

/// <summary>The command line asks for something that cannot be; every fault that was found is listed.</summary>
internal sealed class UsageException(params IReadOnlyList<string> faults) : Exception(string.Join(' ', faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
