using FsCheck.Fluent;

namespace Halo.Unit.Rules.Validation;

/// <summary>Implication must be sound; what it finds is listed so that it does not find less one day.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ConditionImplicationTests
{
    private static readonly AttributeTest A = When.Attribute("a");
    private static readonly AttributeTest B = When.Attribute("b");
    private static readonly AttributeTest C = When.Attribute("c");

    public static IEnumerable<TestCaseData> Pairs()
    {
        (Condition Specific, Condition General, bool Implies)[] rows =
        [
            (A.Is("x"), A.Is("x"), true), (A.Is("x"), A.Exists(), true), (A.Is("x"), A.In("x", "y"), true), (A.Is("xy"), A.StartsWith("x"), true), (A.Is("xy"), A.Matches("y"), true), (A.Is(5), A.AtLeast(5), true),
            (A.Is("x"), B.Is("x"), false), (A.Is("1"), A.Is(1), false), (A.Exists(), A.Is("x"), false),
            (A.In("x", "y"), A.In("z", "y", "x"), true), (A.In("x", "q"), A.In("x", "y"), false), (A.In(1, 2), A.Between(1, 2), true), (A.In("x"), A.Is("x"), true),
            (A.Between(2, 3), A.Between(1, 4), true), (A.Between(2, 3), A.Between(2, 3), true), (A.GreaterThan(2), A.AtLeast(2), true), (A.AtLeast(2), A.GreaterThan(2), false), (A.AtLeast(2), A.AtMost(9), false), (A.Between(2, 3), A.Between(2, 4), true), (A.Between(2, 4), A.Between(2, 3), false), (A.Between(2, 4), A.Between(3, 4), false),
            (A.StartsWith("abc"), A.StartsWith("ab"), true), (A.StartsWith("ab"), A.StartsWith("abc"), false), (A.EndsWith("abc"), A.EndsWith("bc"), true), (A.EndsWith("abc"), A.EndsWith("ab"), false),
            (A.Like("ab*cd"), A.StartsWith("ab"), true), (A.Like("ab*cd"), A.EndsWith("cd"), true), (A.Like("a?*"), A.StartsWith("ab"), false), (A.Matches("^x"), A.Exists(), true),
            (A.Is("x") & B.Is("y"), A.Is("x"), true), (A.Is("x"), A.Is("x") & B.Is("y"), false), (A.Is("x") & B.Is("y"), B.Is("y") & A.Is("x"), true),
            (A.Is("x") | A.Is("y"), A.In("x", "y"), true), (A.Is("x"), A.Is("x") | B.Is("y"), true), (A.Is("x") | B.Is("y"), A.Is("x"), false), (A.Is("x") & B.Is("y"), B.Is("y") | A.Is("z"), true),
            (When.All(A.Is("x"), B.Is("y"), C.Exists()), (A.Is("x") & B.Is("y")) | C.Is("z"), true), ((A.Is("x") | A.Is("y")) & B.Exists(), A.Is("x") | A.Is("y"), true), (A.Is("x") & B.Exists(), C.Is("x") | C.Is("y"), false),
            (!A.Exists(), !A.Is("x"), true), (!A.Is("x"), !A.Exists(), false), (A.Is("y"), !A.Is("x"), true), (A.Is("x"), !A.Is("x"), false), (A.Between(1, 2), !A.Between(3, 4), true), (A.Between(1, 3), !A.Between(3, 4), false), (A.Between(4, 5), !A.Between(3, 4), false), (A.Between(5, 6), !A.Between(3, 4), true),
            (A.In("x", "y"), !A.In("z", "q"), true), (A.In("x", "y"), !A.In("z", "y"), false), (A.In(1, 2), !A.Between(3, 4), true), (A.In(1, 3), !A.Between(3, 4), false), (A.Is("y"), !B.Is("x"), false), (A.Is("x"), When.Always, true), (When.Always, A.Is("x"), false), (When.Any(), A.Is("x"), false),
        ];
        return rows.Select(row => new TestCaseData(row.Specific, row.General, row.Implies).SetArgDisplayNames($"{row.Specific} => {row.General}", $"{row.Implies}"));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Implies_Pair_IsAsListed(Condition specific, Condition general, bool implies) => Assert.That(Implies(specific, general), Is.EqualTo(implies));

    [Test]
    public void Implies_RandomPairs_NoTaskContradicts()
    {
        var implied = 0;
        // A pair that shares parts implies often enough to prove something.
        var pairs = from specific in RandomRules.Conditions
                    from general in RandomRules.Conditions
                    from shared in Gen.Elements(0, 1, 2, 3)
                    select shared switch { 0 => (specific, general), 1 => (specific & general, general), 2 => (specific, general | specific), _ => (!(specific | general), !general) };
        var inputs = from pair in pairs from tasks in RandomRules.Tasks.ArrayOf(40) select (pair, tasks);
        Check.ForAll(inputs, 20_000, input =>
        {
            var (specific, general) = input.pair;
            if (!Implies(specific, general)) return null;
            implied++;
            var witness = input.tasks.FirstOrDefault(task => Holds(specific, task) && !Holds(general, task));
            return witness is null ? null : $"'{specific}' holds and '{general}' fails for {string.Join(", ", witness)}";
        });
        Assert.That(implied, Is.GreaterThan(5_000), "Too few implications to prove anything.");
    }

    [Test]
    public void Implies_EffortSpent_IsFalse() => Assert.That(ConditionImplication.Implies(A.Is("x"), A.Is("x"), new Effort(0)), Is.False);

    // A step for the pair, and one for each value of both lists.
    [TestCase(6, true)]
    [TestCase(5, false)]
    public void Implies_Lists_CostTheirValues(int effort, bool implies) =>
        Assert.That(ConditionImplication.Implies(A.In("x", "y"), A.In("x", "y", "z"), new Effort(effort)), Is.EqualTo(implies));

    [TestCase(6, true)]
    [TestCase(5, false)]
    public void Implies_ListsThatExcludeEachOther_CostTheirValues(int effort, bool implies) =>
        Assert.That(ConditionImplication.Implies(A.In("x", "y"), !A.In("p", "q", "r"), new Effort(effort)), Is.EqualTo(implies));

    private static bool Implies(Condition specific, Condition general) => ConditionImplication.Implies(specific, general, new Effort(1_000_000));

    private static bool Holds(Condition condition, Dictionary<string, AttributeValue> task) => ValueTest.Holds(condition, name => task.GetValueOrDefault(name));
}
