using Halo.Unit.Api;

namespace Halo.Unit.Routing.QuikGraph;

/// <summary>The QuikGraph package does not change what it shows to others unnoticed.</summary>
[TestFixture, Category("Unit")]
public sealed class QuikGraphApiTests
{
    [Test]
    public void Package_PublicSurface_IsTheAcceptedOne() => AcceptedSurface.Check(typeof(Handover).Assembly);
}
