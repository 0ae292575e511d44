using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Halo.NUnit;

/// <summary>
/// Finds out whether a method may measure: it follows the calls in its compiled code, as far as they stay in assemblies that use
/// this package, and looks for <see cref="Perf"/>.
/// </summary>
internal sealed class CallScan
{
    private const byte TwoBytes = 0xFE;
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly OpCode[] s_short = new OpCode[256];
    private static readonly OpCode[] s_long = new OpCode[256];

    private readonly Dictionary<Assembly, bool> _usesPerf = [];

    static CallScan()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Static | BindingFlags.Public))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? s_short : s_long)[code.Value & 0xFF] = code;
        }
    }

    /// <summary>Whether it calls such a method of <see cref="Perf"/>. What cannot be followed, such as an override, counts as a call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="isWanted">Which methods of <see cref="Perf"/>.</param>
    public bool MayCall(MethodInfo method, Func<MethodBase, bool> isWanted)
    {
        var (seen, open) = (new HashSet<MethodBase> { method }, new Queue<MethodBase>([method]));
        while (open.TryDequeue(out var caller))
        {
            foreach (var called in CalledBy(caller))
            {
                if (called.Module == typeof(CallScan).Module && called.DeclaringType?.Name == nameof(Perf) && isWanted(called)) return true;
                if (!IsOfTests(called.Module.Assembly) || !seen.Add(called)) continue;
                if (called.IsAbstract || (called.IsVirtual && !called.IsFinal && called.DeclaringType?.IsSealed != true)) return true;
                open.Enqueue(called);
            }
        }

        return false;
    }

    private bool IsOfTests(Assembly assembly)
    {
        if (_usesPerf.TryGetValue(assembly, out var known)) return known;
        var own = typeof(CallScan).Assembly;
        return _usesPerf[assembly] = assembly != own && assembly.GetReferencedAssemblies().Any(name => name.Name == own.GetName().Name);
    }

    // An async method or an iterator is a few lines that start a state machine, whose methods are the code.
    private static IEnumerable<MethodBase> CalledBy(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>() is { } machine
            ? machine.StateMachineType.GetMethods(Declared).SelectMany(CallsIn)
            : CallsIn(method);

    private static List<MethodBase> CallsIn(MethodBase method)
    {
        var calls = new List<MethodBase>();
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == TwoBytes ? s_long[code[at + 1]] : s_short[code[at]];
            at += operation.Size;
            var called = operation.OperandType == OperandType.InlineMethod ? Resolve(method, BitConverter.ToInt32(code, at)) : null;
            if (called is not null) calls.Add(called);
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }

        return calls;
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        try
        {
            var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
            return method.Module.ResolveMethod(token, ofType, method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (Exception fault) when (fault is ArgumentException or IOException or TypeLoadException or MissingMethodException)
        {
            return null;
        }
    }
}
