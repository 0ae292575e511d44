using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace Halo.NUnit;

/// <summary>Finds the assemblies of a test that were compiled without optimization.</summary>
internal static class OptimizedBuild
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<string>> s_unoptimized = new();

    /// <summary>The names of these assemblies: the tests themselves and all that they use from their own folder.</summary>
    public static IReadOnlyList<string> Unoptimized(Assembly tests) => s_unoptimized.GetOrAdd(tests, Find);

    /// <summary>Whether all was optimized.</summary>
    /// <exception cref="InvalidOperationException">It was not, and the assembly does not allow that.</exception>
    public static bool Require(Assembly tests)
    {
        var names = Unoptimized(tests);
        if (names.Count > 0 && !tests.IsDefined(typeof(PerfAllowUnoptimizedAttribute)))
        {
            throw new InvalidOperationException($"Compiled without optimization: {string.Join(", ", names)}. "
                + "Measure a Release build (-c Release, or <Optimize>true</Optimize>), or put [assembly: PerfAllowUnoptimized] into the test assembly.");
        }

        return names.Count == 0;
    }

    private static IReadOnlyList<string> Find(Assembly tests)
    {
        var (seen, open) = (new HashSet<Assembly> { tests }, new Queue<Assembly>([tests]));
        while (open.TryDequeue(out var assembly))
        {
            foreach (var used in UsedBy(assembly, tests))
            {
                if (seen.Add(used)) open.Enqueue(used);
            }
        }

        return [.. seen.Where(IsUnoptimized).Select(assembly => assembly.GetName().Name!).Order(StringComparer.Ordinal)];
    }

    private static bool IsUnoptimized(Assembly assembly) => assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true;

    private static IEnumerable<Assembly> UsedBy(Assembly assembly, Assembly tests)
    {
        if (tests.IsDynamic || AssemblyLoadContext.GetLoadContext(tests) is not { } context) yield break;
        var folder = Path.GetDirectoryName(tests.Location);
        foreach (var name in assembly.GetReferencedAssemblies())
        {
            Assembly? used = null;
            try
            {
                used = context.LoadFromAssemblyName(name);
            }
            catch (Exception fault) when (fault is IOException or BadImageFormatException)
            {
                // Not there: nothing of it runs.
            }

            if (used is not null && Path.GetDirectoryName(used.Location) == folder) yield return used;
        }
    }
}
