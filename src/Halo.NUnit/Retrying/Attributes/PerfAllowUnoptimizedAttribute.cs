namespace Halo.NUnit;

/// <summary>
/// Lets the performance tests of an assembly measure code that was compiled without optimization. Without it they fail: a
/// Debug build is several times as slow. Results of such a build are a machine class of their own.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PerfAllowUnoptimizedAttribute : Attribute;
