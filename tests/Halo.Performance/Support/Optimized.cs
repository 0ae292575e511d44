using System.Diagnostics;
using System.Reflection;

namespace Halo.Performance;

/// <summary>Guards against figures that mean nothing.</summary>
internal static class Optimized
{
    /// <summary>Fails when the code of a type's assembly was compiled without optimisation.</summary>
    public static void Require(Type type)
    {
        var flags = type.Assembly.GetCustomAttribute<DebuggableAttribute>();
        if (flags?.IsJITOptimizerDisabled == true) throw new InvalidOperationException($"{type.Assembly.GetName().Name} was compiled without optimisation.");
    }
}
