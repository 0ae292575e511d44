namespace Halo.NUnitConsole;

/// <summary>Test assemblies cannot be loaded; each is named with the reason.</summary>
internal sealed class InvalidAssemblyException(params IReadOnlyList<string> faults) : Exception(string.Join(' ', faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
