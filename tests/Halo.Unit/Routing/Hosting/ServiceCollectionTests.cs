using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Halo.Unit.Routing;

[TestFixture, Category("Unit")]
public sealed class ServiceCollectionTests
{
    private static readonly string Delivery = Path.Combine(Repository.Root, "samples", "delivery");

    [Test]
    public void AddHaloRouting_Files_GivesARouterOverThem()
    {
        using var services = new ServiceCollection()
            .AddHaloRouting(options => (options.RulesFile, options.AgentsFile) = (Path.Combine(Delivery, "rules.json"), Path.Combine(Delivery, "agents.json")))
            .BuildServiceProvider();
        Assert.That(services.GetRequiredService<HaloRouter>().Agents, Has.Count.EqualTo(16));
    }

    [Test]
    public void AddHaloRouting_Configuration_IsBound()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Halo:RulesFile"] = Path.Combine(Delivery, "rules.json"),
            ["Halo:AgentsFile"] = Path.Combine(Delivery, "agents.json"),
            ["Halo:Capacity"] = "WholeGraph",
        }).Build();
        using var services = new ServiceCollection().AddHaloRouting(configuration.GetSection("Halo")).BuildServiceProvider();
        var plan = services.GetRequiredService<HaloRouter>().Route([new TaskNode("t", "test")]);
        Assert.That(plan.Options.Capacity, Is.EqualTo(CapacityMode.WholeGraph));
    }

    [Test]
    public void AddHaloRouting_RulesInCode_NeedNoFile()
    {
        using var services = new ServiceCollection()
            .AddHaloRouting(RuleSet.Create(new RoutingRule("r", When.Always, "a")), AgentRegistry.Create(new Agent("a")))
            .BuildServiceProvider();
        Assert.That(services.GetRequiredService<HaloRouter>().Route([new TaskNode("t", "x")])["t"].Agent, Is.EqualTo("a"));
    }

    [Test]
    public void AddHaloRouting_BadOptions_FailWhenTheHostStarts()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddHaloRouting(options => (options.RulesFile, options.PriorStrength) = ("missing.json", -1));
        using var host = builder.Build();
        Assert.That(() => host.StartAsync(), Throws.TypeOf<OptionsValidationException>()
            .With.Message.Contains("missing.json").And.Message.Contains("AgentsFile").And.Message.Contains("PriorStrength"));
    }

    [Test]
    public async Task AddHaloRouting_RelativeFiles_AreRelativeToTheContentRoot()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Delivery });
        builder.Services.AddHaloRouting(options => (options.RulesFile, options.AgentsFile) = ("rules.json", "agents.json"));
        using var host = builder.Build();
        await host.StartAsync();
        Assert.That(host.Services.GetRequiredService<HaloRouter>().Agents, Has.Count.EqualTo(16));
    }

    [Test]
    public void AddHaloRouting_FileThatIsNotThere_NamesTheFolder()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Delivery });
        builder.Services.AddHaloRouting(options => (options.RulesFile, options.AgentsFile) = ("ruels.json", "agents.json"));
        using var host = builder.Build();
        Assert.That(() => host.StartAsync(), Throws.TypeOf<OptionsValidationException>()
            .With.Message.EqualTo($"{Path.Combine(Delivery, "ruels.json")}: error HALO001: The file does not exist. Did you mean 'rules.json'? RulesFile 'ruels.json' is relative to the content root, '{Delivery}'."));
    }

    [Test]
    public void AddHaloRouting_FileThatIsNotThereWithoutAHost_NamesTheCurrentFolder()
    {
        using var services = new ServiceCollection().AddHaloRouting(options => (options.RulesFile, options.AgentsFile) = ("ruels.json", "ruels.json")).BuildServiceProvider();
        Assert.That(() => services.GetRequiredService<HaloRouter>(), Throws.TypeOf<OptionsValidationException>()
            .With.Message.Contains($"AgentsFile 'ruels.json' is relative to the current folder, '{Environment.CurrentDirectory}'."));
    }

    [Test]
    public void AddHaloRouting_Twice_IsRefused()
    {
        var services = new ServiceCollection().AddHaloRouting(RuleSet.Empty, AgentRegistry.Create(new Agent("a")));
        Assert.That(() => services.AddHaloRouting(_ => { }), Throws.InvalidOperationException.With.Message.StartsWith("AddHaloRouting was called already. Call it once"));
    }

    [Test]
    public void AddHaloRouting_OptionsConfiguredLater_Count()
    {
        using var services = new ServiceCollection()
            .AddHaloRouting(RuleSet.Empty, AgentRegistry.Create(new Agent("a")))
            .Configure<HaloServiceOptions>(options => options.Capacity = CapacityMode.WholeGraph)
            .BuildServiceProvider();
        Assert.That(services.GetRequiredService<HaloRouter>().Route([]).Options.Capacity, Is.EqualTo(CapacityMode.WholeGraph));
    }

    [Test]
    public void AddHaloRouting_SoundOptions_AreValid()
    {
        using var services = new ServiceCollection().AddHaloRouting(RuleSet.Empty, AgentRegistry.Create(new Agent("a"))).BuildServiceProvider();
        Assert.That(services.GetServices<IValidateOptions<HaloServiceOptions>>().Select(one => one.Validate(null, new HaloServiceOptions()).Succeeded), Is.EqualTo(new[] { true }));
    }

    [Test]
    public void AddHaloRouting_RuleToUnknownAgent_FailsWithTheRulesName()
    {
        using var services = new ServiceCollection()
            .AddHaloRouting(RuleSet.Create(new RoutingRule("r7", When.Always, "nobody")), AgentRegistry.Create(new Agent("a")))
            .BuildServiceProvider();
        Assert.That(() => services.GetRequiredService<HaloRouter>(), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("'r7'"));
    }
}
