using System.Collections;
using System.Reflection;

namespace Halo.NUnit;

/// <summary>
/// Refuses results that only promise the work: what can be awaited, and sequences that do nothing before they are
/// read. Only making the promise would be measured.
/// </summary>
internal static class UnfinishedWork
{
    /// <exception cref="ArgumentException">Everything of this type can be awaited.</exception>
    public static void Refuse(Type type)
    {
        if (IsAwaitable(type)) throw Unawaited(type);
    }

    /// <exception cref="ArgumentException">The result is a promise, or is made of tasks.</exception>
    public static void Refuse(object? result)
    {
        if (result is null) return;
        var type = result.GetType();
        if (IsAwaitable(type) || result is IEnumerable<Task>) throw Unawaited(type);
        if (Implements(type, typeof(IAsyncEnumerable<>))) throw Unread(type, "read it with await foreach in MeasureAsync");
        if (result is IEnumerable and not string && IsLazy(type)) throw Unread(type, "add ToArray(), Count() or a loop");
    }

    /// <exception cref="ArgumentException">The task ended with a promise as its result.</exception>
    public static void RefuseResultOf(Task ended)
    {
        if (ResultTypeOf(ended.GetType()) is not { } task) return;
        Refuse(task.GetProperty(nameof(Task<>.Result))!.GetValue(ended));
    }

    private static Type? ResultTypeOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            // An async method without a result has one of an internal type.
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
                return type.GetGenericArguments()[0].IsVisible ? type : null;
        }

        return null;
    }

    private static ArgumentException Unawaited(Type type) =>
        new($"The code returns a task ({type.Name}) that is not awaited: measure it with MeasureAsync, and await all of it there.");

    private static ArgumentException Unread(Type type, string way) =>
        new($"The code returns a sequence ({type.Name}) that does nothing before it is read: {way}.");

    private static bool IsAwaitable(Type type) =>
        type.GetMethod(nameof(Task.GetAwaiter), BindingFlags.Instance | BindingFlags.Public, []) is not null;

    // Some iterators of LINQ also implement a collection; lookups and their groups are complete, and are none.
    private static bool IsLazy(Type type)
    {
        if (Implements(type, typeof(ILookup<,>)) || Implements(type, typeof(IGrouping<,>))) return false;
        if (type.Assembly == typeof(Enumerable).Assembly) return true;
        return !typeof(ICollection).IsAssignableFrom(type) && !Implements(type, typeof(ICollection<>)) && !Implements(type, typeof(IReadOnlyCollection<>));
    }

    private static bool Implements(Type type, Type definition) =>
        type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == definition);
}
