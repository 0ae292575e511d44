namespace Halo.Execution;

/// <summary>A result that is not known yet: every condition on it is taken to hold.</summary>
internal sealed class UnknownResult
{
    private UnknownResult()
    {
    }

    public static UnknownResult Instance { get; } = new();
}
