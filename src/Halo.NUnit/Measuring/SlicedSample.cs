using Halo.Results;

namespace Halo.NUnit;

/// <summary>A sample, and the slices that it was taken in: the neighbors of a processor come and go between them.</summary>
/// <param name="Total">The sample.</param>
/// <param name="Slices">Its slices in order; at least one.</param>
internal sealed record SlicedSample(PerfSample Total, IReadOnlyList<PerfSample> Slices);
