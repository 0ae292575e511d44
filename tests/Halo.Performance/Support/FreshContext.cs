using System.Runtime.Loader;

namespace Halo.Performance;

/// <summary>A load context that has loaded nothing yet: it loads what lies beside the tests anew, whatever runs them.</summary>
internal sealed class FreshContext() : AssemblyLoadContext("fresh")
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(FreshContext).Assembly.Location)!;

    protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName assemblyName)
    {
        var path = Path.Combine(Folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
