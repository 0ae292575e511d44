using Halo.Unit.Docs;

namespace Halo.Unit.Routing.QuikGraph;

/// <summary>What README shows of QuikGraph is run and compared.</summary>
[TestFixture, Category("Unit"), NonParallelizable]
public sealed class QuikGraphSnippetsTests
{
    [Test]
    public void Readme_QuikGraphExample_PrintsWhatThePageShows()
    {
        var router = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(
            new Agent("fetcher") { Types = ["download"] }, new Agent("builder") { Types = ["compile"] }, new Agent("tester") { Types = ["test"] }));
        Assert.That(DocumentationTests.Blocks("README.md", "text"), Has.Member(DocumentationTests.Printed(() => QuikGraphSnippets.RouteAQuikGraph(router))));
    }
}
