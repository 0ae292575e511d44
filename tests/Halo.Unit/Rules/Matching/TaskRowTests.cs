namespace Halo.Unit.Rules.Matching;

/// <summary>One task in a vocabulary: what a row holds while it is loaded, and that it forgets it.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TaskRowTests
{
    private readonly RuleVocabulary _vocabulary = new();
    private readonly LiteralTable _table = new();
    private readonly int _os;
    private readonly int _cores;
    private readonly int _team;

    public TaskRowTests()
    {
        (_os, _cores, _team) = (_vocabulary.AddSlot("os"), _vocabulary.AddSlot("cores"), _vocabulary.AddSlot("team"));
        foreach (var value in new AttributeValue[] { "linux", "macos", "windows" }) _vocabulary.AddSymbol(_os, value);
        foreach (var value in new AttributeValue[] { 1, 2 }) _vocabulary.AddSymbol(_cores, value);
        _vocabulary.AddSymbol(_team, "a");
    }

    [Test]
    public void Load_ValueThatARuleNames_HasItsSymbol()
    {
        var row = Loaded(out _, ("os", "macos"));
        Assert.That((row.Has(_os), row.Symbols[_os], row.Value(_os)), Is.EqualTo((true, 2, AttributeValue.Of("macos"))));
    }

    [Test]
    public void Load_ValuesThatRulesName_PacksThoseOfTheLayout()
    {
        var row = Loaded(out _, ("os", "windows"), ("cores", 1), ("team", "a"));
        Assert.That(row.Words.ToArray(), Is.EqualTo(new[] { 0b01_11UL }), "Two bits each for the system and the cores; the team is not packed.");
    }

    [Test]
    public void Load_ValuesThatRulesName_TellsTheirSlots()
    {
        var row = Loaded(out _, ("os", "linux"), ("cores", 3), ("team", "a"));
        Assert.That((row.NamedSlots.ToArray(), row.Named), Is.EqualTo((new[] { _os, _team }, SegmentRow.NamedBit(_os) | SegmentRow.NamedBit(_team))));
    }

    [Test]
    public void Load_ValueThatNoRuleNames_IsThereWithoutASymbol()
    {
        var row = Loaded(out _, ("os", "beos"));
        Assert.That((row.Has(_os), row.Symbols[_os], row.Value(_os), row.Named), Is.EqualTo((true, 0, AttributeValue.Of("beos"), 0UL)));
    }

    [Test]
    public void Load_AttributeThatNoRuleTests_ChangesNothing()
    {
        var row = Loaded(out _, ("color", "linux"));
        Assert.That((row.Has(_os), row.NamedSlots.Length, row.Value(_os).Kind), Is.EqualTo((false, 0, AttributeKind.None)));
    }

    [Test]
    public void Unload_OfWhatWasLoaded_EmptiesTheRow()
    {
        var row = Loaded(out var literals, ("type", "x"), ("color", 1), ("os", "macos"), ("cores", 3));
        row.Unload(literals);
        Assert.That((row.Has(0), row.Has(_os), row.Has(_cores), row.Symbols[_os], row.NamedSlots.Length, row.Named, row.Words[0]),
            Is.EqualTo((false, false, false, 0, 0, 0UL, 0UL)), "Slot 0 is the type.");
    }

    [Test]
    public void NamedBit_SlotsSixtyFourApart_ShareOne() => Assert.That((SegmentRow.NamedBit(3), SegmentRow.NamedBit(67)), Is.EqualTo((8UL, 8UL)));

    [Test]
    public void Load_TwoSlotsThatShareABit_NamesBoth()
    {
        var vocabulary = new RuleVocabulary();
        for (var i = 0; i < 70; i++) vocabulary.AddSymbol(vocabulary.AddSlot($"a{i}"), 1);
        var row = new SegmentRow(vocabulary, new KeyLayout(vocabulary, [1]), Table("a2", "a66"));
        row.Load([0, 1]);
        Assert.That(row.Named, Is.EqualTo(SegmentRow.NamedBit(3)));
    }

    private static LiteralTable Table(params string[] names)
    {
        var table = new LiteralTable();
        foreach (var name in names) table.Intern(name, 1);
        return table;
    }

    private SegmentRow Loaded(out int[] literals, params (string Name, AttributeValue Value)[] attributes)
    {
        literals = [.. attributes.Select(attribute => _table.Intern(attribute.Name, attribute.Value))];
        var row = new SegmentRow(_vocabulary, new KeyLayout(_vocabulary, [_os, _cores]), _table);
        row.Load(literals);
        return row;
    }
}
