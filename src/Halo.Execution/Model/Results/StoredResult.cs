using System.Text.Json;

namespace Halo.Execution;

/// <summary>A result as a journal kept it, of a handler that does not say what it returns: it is read when somebody asks for it.</summary>
/// <param name="Json">The result.</param>
/// <param name="TypeName">The name of its type.</param>
internal sealed record StoredResult(JsonElement Json, string? TypeName)
{
    /// <summary>The result as the type that it had.</summary>
    /// <returns>False when it was of another type, or cannot be read: then it is unknown.</returns>
    public bool TryRead<T>(out T? result)
    {
        result = default;
        if (ResultJson.NameOf(typeof(T)) != TypeName || ResultJson.Of(typeof(T)) is not { } type) return false;
        try
        {
            if (Json.Deserialize(type) is not T value) return false;
            result = value;
            return true;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }
}
