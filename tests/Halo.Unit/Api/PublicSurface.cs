using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Halo.Unit.Api;

/// <summary>
/// What an assembly shows to others: a line for each type and each member, sorted. What the compiler adds to records is left
/// out, because it follows from the rest.
/// </summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    public static IReadOnlyList<string> Of(params IEnumerable<Type> types) => [.. types.SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        var name = $"{type.Namespace}.{TypeText.Of(type)}";
        yield return $"{name}: {Kind(type)}{Bases(type)}{TypeText.Constraints(type.GetGenericArguments())}";
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            yield return $"{name}: {Method(type.GetMethod("Invoke")!)}";
            yield break;
        }

        var members = type.GetMembers(Declared).Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && member.Name[0] != '<');
        foreach (var line in members.Select(Line).OfType<string>()) yield return $"{name}: {line}";
    }

    private static string Kind(Type type)
    {
        var isRecord = IsRecord(type);
        if (type.IsEnum) return "enum";
        if (type.IsInterface) return "interface";
        if (type.IsSubclassOf(typeof(Delegate))) return "delegate";
        if (type.IsValueType) return $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}{(isRecord ? "record struct" : "struct")}";
        var modifier = (type.IsAbstract, type.IsSealed) switch { (true, true) => "static ", (true, false) => "abstract ", (false, true) => "sealed ", _ => "" };
        return modifier + (isRecord ? "record" : "class");
    }

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    private static string Bases(Type type)
    {
        var self = IsRecord(type) ? typeof(IEquatable<>).MakeGenericType(type) : null;
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate))) return "";
        var interfaces = type.GetInterfaces().Where(known => known.IsVisible && known != self && type.BaseType?.IsAssignableTo(known) != true);
        var names = interfaces.Select(TypeText.Of).Order(StringComparer.Ordinal);
        var text = string.Join(", ", type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? names.Prepend(TypeText.Of(parent)) : names);
        return text.Length == 0 ? "" : $" : {text}";
    }

    // Null for what is not shown, and for accessors, which are shown with their property or event.
    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo { IsSpecialName: false } field when IsShown(field) => Field(field),
        ConstructorInfo constructor when IsShown(constructor) => $"{Access(constructor)}new({Parameters(constructor)})",
        MethodInfo method when IsShown(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => Access(method) + Modifiers(method) + Method(method),
        PropertyInfo property when property.GetAccessors(true).Where(IsShown).FirstOrDefault() is { } accessor => Access(accessor) + Modifiers(accessor) + Property(property),
        EventInfo { AddMethod: { } add } shown when IsShown(add) => $"{Access(add)}{Modifiers(add)}event {TypeText.Of(shown.EventHandlerType!)} {shown.Name}",
        _ => null,
    };

    private static string Field(FieldInfo field) =>
        field.IsLiteral
            ? $"{(field.DeclaringType!.IsEnum ? "" : $"const {TypeText.Of(field.FieldType)} ")}{field.Name} = {Value(field.GetRawConstantValue())}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Of(field.FieldType)} {field.Name}";

    private static string Method(MethodInfo method) =>
        $"{TypeText.Of(method.ReturnType)} {method.Name}{TypeText.Arguments(method.GetGenericArguments())}({(method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")}{Parameters(method)}){TypeText.Constraints(method.GetGenericArguments())}";

    private static string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"this[{string.Join(", ", parameters.Select(Parameter))}]" : property.Name;
        var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var set = property.SetMethod is { } setter && IsShown(setter) ? isInit ? " init;" : " set;" : "";
        return $"{(property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "")}{TypeText.Of(property.PropertyType)} {index} {{{(property.GetMethod is { } getter && IsShown(getter) ? " get;" : "")}{set} }}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var passed = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        return $"{many}{passed}{TypeText.Of(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "")}";
    }

    private static string Value(object? value) => value is string text ? $"\"{text}\"" : Convert.ToString(value ?? "default", CultureInfo.InvariantCulture)!;

    private static string Modifiers(MethodInfo method)
    {
        if (method.IsStatic) return "static ";
        if (method.DeclaringType!.IsInterface) return "";
        if (method.IsAbstract) return "abstract ";
        if (method.GetBaseDefinition() != method) return "override ";
        return method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static bool IsShown(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private static bool IsShown(FieldInfo field) => field.IsPublic || ((field.IsFamily || field.IsFamilyOrAssembly) && !field.DeclaringType!.IsSealed);
}
