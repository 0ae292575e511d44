namespace Halo.Unit.Rules.Matching;

/// <summary>Slots of attributes, symbols of values, and how a task's literals are translated into them.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RuleVocabularyTests
{
    [Test]
    public void AddSlot_KnownAttribute_GivesItsSlot()
    {
        var vocabulary = new RuleVocabulary();
        int[] slots = [vocabulary.AddSlot("os"), vocabulary.AddSlot("cores"), vocabulary.AddSlot("os"), vocabulary.AddSlot("type")];
        Assert.That((slots, vocabulary.SlotCount), Is.EqualTo((new[] { 1, 2, 1, 0 }, 3)));
    }

    [Test]
    public void AddSymbol_Values_AreNumberedFromOneInEachSlot()
    {
        var vocabulary = new RuleVocabulary();
        var (os, cores) = (vocabulary.AddSlot("os"), vocabulary.AddSlot("cores"));
        int[] symbols = [vocabulary.AddSymbol(os, "a"), vocabulary.AddSymbol(cores, "a"), vocabulary.AddSymbol(os, "b"), vocabulary.AddSymbol(os, "a")];
        Assert.That((symbols, vocabulary.SymbolCount(os), vocabulary.SymbolCount(cores)), Is.EqualTo((new[] { 1, 1, 2, 1 }, 2, 1)));
    }

    [Test]
    public void AddSymbol_ManyValues_KeepTheirSymbols()
    {
        var vocabulary = new RuleVocabulary();
        var first = Enumerable.Range(0, 100).Select(value => vocabulary.AddSymbol(0, value)).ToArray();
        Assert.That(Enumerable.Range(0, 100).Select(value => vocabulary.AddSymbol(0, value)), Is.EqualTo(first).And.EqualTo(Enumerable.Range(1, 100)));
    }

    [Test]
    public void Bind_Literals_HaveTheirSlotAndSymbolOrNone()
    {
        var vocabulary = new RuleVocabulary();
        var os = vocabulary.AddSlot("os");
        foreach (var value in new AttributeValue[] { "linux", "macos" }) vocabulary.AddSymbol(os, value);
        var table = new LiteralTable();
        table.Intern("color", "linux");
        table.Intern("os", "linux");
        table.Intern("os", "beos");
        Assert.That(vocabulary.Bind(table), Is.EqualTo(new BoundLiteral[] { new(-1, 0), new(1, 1), new(1, 0) }));
    }
}
