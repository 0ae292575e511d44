using System.Collections.Concurrent;
using System.Reflection;

namespace Halo.NUnit;

/// <summary>Counts the retries of each assembly, so that a bad day costs a bounded time and shows.</summary>
internal sealed class SuiteRetries(int most)
{
    private readonly ConcurrentDictionary<Assembly, int> _taken = new();

    /// <summary>Whether the assembly may have another one.</summary>
    public bool HasMore(Assembly assembly) => _taken.GetValueOrDefault(assembly) < most;

    /// <summary>Takes one if there is one left.</summary>
    public bool TryTake(Assembly assembly)
    {
        for (var taken = _taken.GetOrAdd(assembly, 0); taken < most; taken = _taken[assembly])
        {
            if (_taken.TryUpdate(assembly, taken + 1, taken)) return true;
        }

        return false;
    }
}
