using Halo.Execution;
using Halo.Formats;
using Halo.NUnit;
using Halo.Parallelism;
using Halo.Results;

namespace Halo.Unit.Api;

/// <summary>No package changes what it shows to others unnoticed. That all of it is documented, the compiler checks (CS1591).</summary>
[TestFixture, Category("Unit")]
public sealed class PublicApiTests
{
    private static IEnumerable<TestCaseData> Packages() =>
        new[] { typeof(RuleSet), typeof(TaskGraph), typeof(TaskFiles), typeof(PlanExecutor), typeof(ParallelismAdvisor), typeof(PerfAttempt), typeof(PerfRules) }.Select(member => new TestCaseData(member).SetArgDisplayNames(member.Assembly.GetName().Name!));

    [TestCaseSource(nameof(Packages))]
    public void Package_PublicSurface_IsTheAcceptedOne(Type member) => AcceptedSurface.Check(member.Assembly);

    [Test]
    public void Difference_ChangedLine_IsShownAsGoneAndNew() =>
        Assert.That(AcceptedSurface.Difference(["a", "b"], ["a", "c"]), Is.EqualTo(new[] { "- b", "+ c" }));

    [Test]
    public void Of_Types_WritesALineForEachMemberInOrder() => Assert.That(PublicSurface.Of(typeof(Sample<>), typeof(Point), typeof(Shade), typeof(Turn)), Is.EqualTo(new[]
    {
        "Halo.Unit.Api.PublicApiTests.Point: double Length { get; }",
        "Halo.Unit.Api.PublicApiTests.Point: int X { get; init; }",
        "Halo.Unit.Api.PublicApiTests.Point: new(int X)",
        "Halo.Unit.Api.PublicApiTests.Point: readonly record struct",
        "Halo.Unit.Api.PublicApiTests.Point: static void Draw(int? width = 3, string label = default, params IReadOnlyList<PublicApiTests.Point>[] rows)",
        "Halo.Unit.Api.PublicApiTests.Sample<T>: T this[int index] { get; }",
        "Halo.Unit.Api.PublicApiTests.Sample<T>: abstract bool TryFind<TKey>(TKey key, out T found) where TKey : struct",
        "Halo.Unit.Api.PublicApiTests.Sample<T>: abstract class : IDisposable where T : class, new()",
        "Halo.Unit.Api.PublicApiTests.Sample<T>: const string Name = \"n\"",
        "Halo.Unit.Api.PublicApiTests.Sample<T>: event EventHandler Changed",
        "Halo.Unit.Api.PublicApiTests.Sample<T>: override string ToString()",
        "Halo.Unit.Api.PublicApiTests.Sample<T>: protected new()",
        "Halo.Unit.Api.PublicApiTests.Sample<T>: void Dispose()",
        "Halo.Unit.Api.PublicApiTests.Shade: Dark = 2",
        "Halo.Unit.Api.PublicApiTests.Shade: enum",
        "Halo.Unit.Api.PublicApiTests.Turn: delegate",
        "Halo.Unit.Api.PublicApiTests.Turn: void Invoke(in PublicApiTests.Point by)",
    }));

    public abstract class Sample<T> : IDisposable
        where T : class, new()
    {
        public const string Name = "n";

        protected Sample() => Changed?.Invoke(this, EventArgs.Empty);

        public event EventHandler? Changed;

        public T this[int index] => Row(index);

        public abstract bool TryFind<TKey>(TKey key, out T found)
            where TKey : struct;

        public void Dispose() => GC.SuppressFinalize(this);

        public override string ToString() => Name;

        internal static T Row(int index) => index == 0 ? new T() : throw new ArgumentOutOfRangeException(nameof(index));
    }

    public readonly record struct Point(int X)
    {
        public double Length => Math.Abs(X);

        public static void Draw(int? width = 3, string? label = null, params IReadOnlyList<Point>[] rows) => _ = (width, label, rows);
    }

    public enum Shade
    {
        Dark = 2,
    }

    public delegate void Turn(in Point by);
}
