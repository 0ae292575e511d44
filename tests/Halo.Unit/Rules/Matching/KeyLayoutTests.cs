namespace Halo.Unit.Rules.Matching;

/// <summary>Where symbols lie in a packed key: side by side, and never across two words.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class KeyLayoutTests
{
    [TestCase(8, 128, 8)]
    [TestCase(16, 15, 4)]
    [TestCase(64, 1, 1)]
    public void Create_SymbolsThatFillAWord_NeedOneWord(int slots, int symbols, int bits)
    {
        var layout = Layout(slots, symbols, out _);
        Assert.That((layout.WordCount, layout.Positions[^1]), Is.EqualTo((1, 64 - bits)));
    }

    [TestCase(9, 128, 64)]
    [TestCase(10, 64, 64)]
    [TestCase(11, 64, 71)]
    public void Create_SymbolsBeyondAWord_BeginTheNext(int slots, int symbols, int position)
    {
        var layout = Layout(slots, symbols, out _);
        Assert.That((layout.WordCount, layout.Positions[^1]), Is.EqualTo((2, position)));
    }

    [Test]
    public void Create_SlotNotNamed_HasNoPosition() => Assert.That(Layout(2, 3, out _).Positions, Is.EqualTo(new[] { -1, 0, 2 }), "Slot 0 is the type.");

    [Test]
    public void MaskOf_SlotsOfAWord_CoverTheirBitsOnly()
    {
        var layout = Layout(3, 7, out var slots);
        Assert.That(slots.Select(layout.MaskOf), Is.EqualTo(new[] { 0b111UL, 0b111000UL, 0b111000000UL }));
    }

    [Test]
    public void MaskOf_SlotOfTheSecondWord_CountsFromThatWord()
    {
        var layout = Layout(9, 128, out var slots);
        Assert.That((layout.WordOf(slots[7]), layout.WordOf(slots[8]), layout.MaskOf(slots[8])), Is.EqualTo((0, 1, 0xFFUL)));
    }

    [Test]
    public void None_Always_PacksNothing() => Assert.That((KeyLayout.None.WordCount, KeyLayout.None.Positions.Length), Is.EqualTo((0, 0)));

    private static KeyLayout Layout(int slotCount, int symbols, out int[] slots)
    {
        var vocabulary = new RuleVocabulary();
        slots = [.. Enumerable.Range(0, slotCount).Select(slot => vocabulary.AddSlot($"a{slot}"))];
        foreach (var slot in slots)
        {
            for (var value = 0; value < symbols; value++) vocabulary.AddSymbol(slot, value);
        }

        return new KeyLayout(vocabulary, slots);
    }
}
