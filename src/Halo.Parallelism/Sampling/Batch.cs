namespace Halo.Parallelism;

/// <summary>Items that belong together, and the place of the first in the whole.</summary>
internal readonly record struct Batch<T>(long Start, T[] Items);
