namespace Halo.Unit.Architecture;

/// <summary>The checker itself: it sees every kind of use, and a wrong order is red.</summary>
[TestFixture, Category("Unit")]
public sealed class FolderCheckerTests
{
    private static readonly IReadOnlySet<TypeUse> RulesUses = Read(typeof(RuleSet));

    [TestCase("Indexing", "RuleIndex", "Matching", "RuleMatcher", TestName = "Uses_BaseType_IsSeen")]
    [TestCase("Indexing/Search", "Buckets", "Matching", "ConditionMatcher", TestName = "Uses_PropertyOfARecord_IsSeen")]
    [TestCase("Matching", "RuleMatcher", "Validation", "RuleSet", TestName = "Uses_Field_IsSeen")]
    [TestCase("Matching", "MatchTrace", "Model", "AllCondition", TestName = "Uses_PatternInABody_IsSeen")]
    [TestCase("Matching", "MatchTrace", "Model", "ValueTest", TestName = "Uses_StaticCall_IsSeen")]
    [TestCase("Json", "RuleFile", "Validation", "RuleValidator", TestName = "Uses_CallInALambdasClass_IsSeen")]
    [TestCase("Validation", "ConditionValidator", "Model", "EqualsCondition", TestName = "Uses_InANestedType_BelongsToTheOuter")]
    public void Uses_OfTheRules_Contain(string fromFolder, string from, string toFolder, string to) =>
        Assert.That(RulesUses, Does.Contain(new TypeUse(fromFolder, from, toFolder, to)));

    [TestCase(typeof(PlanWriter), "Pictures", "DotReport", "Pictures", "PictureNode", TestName = "Uses_ReadOnlyReferenceParameter_IsSeen")]
    [TestCase(typeof(JsonCursor), "Json", "JsonCursor", "Diagnostics", "SourceLocation", TestName = "Uses_ReturnType_IsSeen")]
    [TestCase(typeof(Halo.Cli.HaloCommand), "", "HaloCommand", "Inputs", "UsageException", TestName = "Uses_CaughtExceptionInTheRoot_IsSeen")]
    public void Uses_OfOtherProjects_Contain(Type member, string fromFolder, string from, string toFolder, string to) =>
        Assert.That(Read(member), Does.Contain(new TypeUse(fromFolder, from, toFolder, to)));

    [Test]
    public void Uses_Always_LeaveOutTheTypeItself() => Assert.That(RulesUses.Where(use => use.From == use.To), Is.Empty);

    [Test]
    public void Violations_WrongOrder_AreAllNamed()
    {
        var violations = new FolderOrder("Json", "Indexing", "Matching", "Linting", "Validation", "Model").Violations(RulesUses);
        Assert.That(violations, Does.Contain("Indexing/RuleIndex uses Matching/RuleMatcher").And.Contain("Matching/RuleMatcher uses Validation/RuleSet").And.Contain("Validation/RuleSet uses Model/RoutingRule"));
        Assert.That(violations, Has.Count.EqualTo(RulesUses.Count(use => use.FromFolder.Split('/')[0] != use.ToFolder.Split('/')[0])), "Turned round, every use between folders is wrong.");
    }

    [Test]
    public void Violations_OneFolderMisplaced_NamesOnlyItsUses() =>
        Assert.That(new FolderOrder("Model", "Matching", "Validation", "Linting", "Indexing", "Json").Violations(RulesUses), Is.Not.Empty.And.All.Match("^Matching/.* uses Validation/"));

    [Test]
    public void Violations_FolderThatUsesTheRoot_IsNamed() =>
        Assert.That(new FolderOrder("Graph").Violations([new TypeUse("Graph", "A", "", "Root"), new TypeUse("", "Root", "Graph", "A"), new TypeUse("Graph", "A", "Graph", "B")]), Is.EqualTo(new[] { "Graph/A uses Root" }));

    [Test]
    public void Strays_FolderWithoutAPlace_AreNamed()
    {
        using var assembly = new AssemblyFolders(typeof(RuleSet).Assembly.Location);
        Assert.That(new FolderOrder("Model", "Validation", "Linting", "Matching", "Json").Strays(assembly.Folders()), Does.Contain("Indexing/RuleIndex").And.All.StartsWith("Indexing/"));
    }

    [Test]
    public void Violations_FolderWithinAnother_HasItsPlaceOnlyWhereItIsNamed()
    {
        TypeUse[] uses = [new("A/One", "X", "A/Two", "Y"), new("A/Two", "Y", "A/One", "X"), new("A/One", "X", "A", "Z"), new("A", "Z", "A/Two", "Y"), new("B", "V", "A/Two", "Y")];
        Assert.That((new FolderOrder("A", "B").Violations(uses), new FolderOrder("A/One", "A/Two", "A", "B").Violations(uses)),
            Is.EqualTo((Array.Empty<string>(), (string[])["A/One/X uses A/Two/Y", "A/One/X uses A/Z"])));
    }

    [Test]
    public void Strays_FolderWithinAnother_IsNamedWhereOthersBesideItAre()
    {
        var folders = new Dictionary<string, string> { ["X"] = "A/One", ["Y"] = "A/Two", ["Z"] = "B/One", ["V"] = "C/One", ["W"] = "A/One/Deep" };
        Assert.That(new FolderOrder("A/One", "A", "B").Strays(folders), Is.EqualTo(new[] { "A/Two/Y", "C/One/V" }));
    }

    [Test]
    public void Folders_OfTypesWithoutMethods_AreKnown()
    {
        using var assembly = new AssemblyFolders(typeof(Diagnostic).Assembly.Location);
        Assert.That((assembly.Folders()["DiagnosticSeverity"], assembly.Folders()["DiagnosticCodes"], assembly.Folders()["AttributeKind"]), Is.EqualTo(("Diagnostics", "Diagnostics", "Values")));
    }

    private static IReadOnlySet<TypeUse> Read(Type member)
    {
        using var assembly = new AssemblyFolders(member.Assembly.Location);
        return assembly.Uses();
    }
}
