namespace Halo.Formats;

/// <summary>The shape of a JSON value, as far as its first two tokens tell.</summary>
internal enum JsonShape
{
    /// <summary>A boolean or null.</summary>
    Other,
    String,
    Number,
    Object,

    /// <summary>An array that is empty or begins with a scalar.</summary>
    Array,
    ArrayOfArrays,
    ArrayOfObjects,
}
