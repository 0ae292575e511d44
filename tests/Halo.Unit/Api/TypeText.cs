using System.Reflection;

namespace Halo.Unit.Api;

/// <summary>Types as C# writes them, without namespaces and without what is only said about null references.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(short)] = "short",
        [typeof(string)] = "string",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(void)] = "void",
    };

    public static string Of(Type type)
    {
        if (type.IsByRef) return Of(type.GetElementType()!);
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter) return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{Of(value)}?";
        return Keywords.TryGetValue(type, out var keyword) ? keyword : Named(type, type.GetGenericArguments());
    }

    /// <summary>The parameters of a generic type or method as <c>&lt;T, U&gt;</c>, empty without any.</summary>
    public static string Arguments(IReadOnlyCollection<Type> arguments) => arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>";

    /// <summary>What generic parameters must be, each as <c> where T : class, IFoo</c>.</summary>
    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(parameters.Select(parameter =>
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> constraints = [];
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) constraints.Add("class");
        if (isStruct) constraints.Add("struct");
        constraints.AddRange(parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Of).Order(StringComparer.Ordinal));
        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) constraints.Add("new()");
        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }));

    // A nested type carries the arguments of its outer types in front of its own.
    private static string Named(Type type, Type[] arguments)
    {
        var outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var name = type.Name.Split('`')[0] + Arguments(arguments[outer..]);
        return type.DeclaringType is { } declaring ? $"{Named(declaring, arguments[..outer])}.{name}" : name;
    }
}
