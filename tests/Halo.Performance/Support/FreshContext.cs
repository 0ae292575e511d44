using System.Runtime.Loader;

namespace Halo.Performance;

/// <summary>Loads Halo's assemblies anew, and shares all others with the process: code that was compiled before is compiled again.</summary>
internal sealed class FreshContext() : AssemblyLoadContext("fresh")
{
    protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName assemblyName)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
        return assemblyName.Name?.StartsWith("Halo.", StringComparison.Ordinal) == true && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
