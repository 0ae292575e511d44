namespace Halo.Formats;

/// <summary>The kinds of a <see cref="DataNode"/>.</summary>
internal enum DataKind
{
    Scalar,
    List,
    Map,
}
