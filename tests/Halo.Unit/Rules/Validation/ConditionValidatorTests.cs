namespace Halo.Unit.Rules.Validation;

/// <summary>What a condition may not be, and that refusing it never crashes or hangs.</summary>
[TestFixture, Category("Unit")]
public sealed class ConditionValidatorTests
{
    private const string HalfPair = "x\uD83D";
    private static readonly AttributeTest A = When.Attribute("a");

    public static IEnumerable<TestCaseData> FaultyConditions()
    {
        (Condition When, string Code, string Says)[] rows =
        [
            (When.Attribute("").Exists(), DiagnosticCodes.InvalidCondition, "without a name"), (When.Attribute(null!).Exists(), DiagnosticCodes.InvalidCondition, "without a name"),
            (When.Attribute("all").Is(1), DiagnosticCodes.InvalidCondition, "'all' cannot name"), (When.Attribute("any").Is(1), DiagnosticCodes.InvalidCondition, "'any' cannot name"),
            (When.Attribute("not").Exists(), DiagnosticCodes.InvalidCondition, "'not' cannot name"), (When.Attribute(HalfPair).Exists(), DiagnosticCodes.InvalidCondition, "attribute's name holds half"),
            (A.Is(default), DiagnosticCodes.InvalidCondition, "absent value"), (A.Is(HalfPair), DiagnosticCodes.InvalidCondition, "holds half"),
            (A.In(), DiagnosticCodes.InvalidCondition, "empty list"), (A.In(1, default), DiagnosticCodes.InvalidCondition, "absent value"), (A.In("x", HalfPair), DiagnosticCodes.InvalidCondition, "holds half"),
            (A.Between(2, 1), DiagnosticCodes.EmptyRange, "no number is inside 'a >= 2 and <= 1'"), (A.AtLeast(double.NaN), DiagnosticCodes.EmptyRange, "no number"),
            (A.AtLeast(double.PositiveInfinity), DiagnosticCodes.EmptyRange, "no number"), (new RangeCondition("a", 1, 1, false), DiagnosticCodes.EmptyRange, "no number"),
            (A.StartsWith(""), DiagnosticCodes.InvalidCondition, "prefix of 'a' is empty"), (A.StartsWith(null!), DiagnosticCodes.InvalidCondition, "prefix of 'a' is empty"),
            (A.EndsWith(""), DiagnosticCodes.InvalidCondition, "suffix of 'a' is empty"), (A.EndsWith(HalfPair), DiagnosticCodes.InvalidCondition, "suffix of 'a' holds half"),
            (A.Like(null!), DiagnosticCodes.InvalidCondition, "glob of 'a' is empty"), (A.Like("[a"), DiagnosticCodes.InvalidPattern, "glob '[a' of 'a'"), (A.Like(HalfPair), DiagnosticCodes.InvalidCondition, "glob of 'a' holds half"),
            (A.Matches(null!), DiagnosticCodes.InvalidCondition, "regex of 'a' is empty"), (A.Matches("("), DiagnosticCodes.InvalidPattern, "regex '(' of 'a'"),
            (A.Matches(HalfPair), DiagnosticCodes.InvalidCondition, "regex of 'a' holds half"), (A.Matches(new string('x', 1_001)), DiagnosticCodes.InvalidPattern, "1001 characters long; 1000 are allowed"),
            (new Foreign(), DiagnosticCodes.InvalidCondition, "unknown kind of condition Foreign"),
        ];
        return rows.Select((row, i) => new TestCaseData(row.When, row.Code, row.Says).SetArgDisplayNames($"{i}", row.Says));
    }

    [TestCaseSource(nameof(FaultyConditions))]
    public void Validate_FaultyCondition_SaysWhatIsWrong(Condition when, string code, string says)
    {
        var fault = Faults.Only(Validate(when));
        Assert.That((fault.Code, fault.Message.StartsWith("Rule 'r': ", StringComparison.Ordinal)), Is.EqualTo((code, true)));
        Assert.That(fault.Message, Does.Contain(says));
    }

    [TestCaseSource(nameof(FaultyConditions))]
    public void Validate_FaultyConditionDeepInside_IsFoundToo(Condition when, string code, string says) =>
        Assert.That(Faults.Only(Validate(When.Any(A.Exists(), !(A.Is(1) & when)))).Code, Is.EqualTo(code), says);

    [Test]
    public void Validate_InvertedRange_AdvisesToSwap() => Assert.That(Faults.Only(Validate(A.Between(2, 1))).Help, Is.EqualTo("Swap the bounds."));

    [Test]
    public void Validate_RangeBetweenNeighbors_AdvisesToWiden() => Assert.That(Faults.Only(Validate(new RangeCondition("a", 1, 1, false))).Help, Is.EqualTo("Widen the bounds."));

    [TestCase("(?=a)")]
    [TestCase("(?!a)")]
    [TestCase("(?<=a)")]
    [TestCase("(?<!a)b")]
    [TestCase(@"(a)\1")]
    [TestCase("(?>a+)b")]
    [TestCase("(?(a)b|c)")]
    public void Validate_RegexThatNeedsBacktracking_IsRefused(string pattern)
    {
        var fault = Faults.Only(Validate(A.Matches(pattern)));
        Assert.That((fault.Code, fault.Help), Is.EqualTo((DiagnosticCodes.InvalidPattern, "Rules take .NET regular expressions that run without backtracking.")));
    }

    [TestCase("((((a{100}){100}){100}){100})")]
    [TestCase("(.{0,1000}){0,1000}x")]
    public void Validate_RegexOfHugeSize_IsRefused(string pattern) => Assert.That(Faults.Only(Validate(A.Matches(pattern))).Code, Is.EqualTo(DiagnosticCodes.InvalidPattern));

    [TestCase("(a+)+$")]
    [TestCase("(a|a)*$")]
    [TestCase("(.*)*b")]
    public void Matches_RegexThatWouldBacktrackForEver_EndsQuickly(string pattern)
    {
        Assert.That(Validate(A.Matches(pattern)), Is.Empty);
        var watch = WorkWatch.StartNew();
        ValueTest.Holds(A.Matches(pattern), _ => new string('a', 50_000) + "!");
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void Validate_LongRegex_IsShortenedInTheMessage() => Assert.That(Faults.Only(Validate(A.Matches(new string('x', 5_000)))).Message, Has.Length.LessThan(200));

    [TestCase(60, 60)]
    [TestCase(61, 57)]
    public void Validate_RegexBeyondSixtyCharacters_ShowsItsBeginning(int length, int shown)
    {
        var regex = "(" + new string('x', length - 1);
        Assert.That(Faults.Only(Validate(A.Matches(regex))).Message, Does.Contain(shown < length ? $"regex '{regex[..shown]}...' of" : $"regex '{regex}' of"));
    }

    [Test]
    public void Validate_LongestRegex_IsAllowed() => Assert.That(Validate(A.Matches(new string('x', 1_000))), Is.Empty);

    [TestCase(32, true)]
    [TestCase(33, false)]
    [TestCase(100_000, false)]
    public void Validate_NestedNots_AreRefusedBeyondTheDepth(int depth, bool allowed) => Assert.That(Validate(Nested(depth, part => !part)), allowed ? Is.Empty : Has.Count.EqualTo(1));

    [Test]
    public void Validate_HundredThousandNestedLists_SaysHowDeep() =>
        Assert.That(Faults.Only(Validate(Nested(100_000, part => When.All(When.Any(part))))).Message, Does.Contain("is 199999 levels deep; 32 are allowed"));

    private static IReadOnlyList<Diagnostic> Validate(Condition when) => RuleValidator.Validate([new RoutingRule("r", when, "agent")]);

    private static Condition Nested(int levels, Func<Condition, Condition> wrap)
    {
        var condition = A.Exists();
        for (var level = 1; level < levels; level++) condition = wrap(condition);
        return condition;
    }

    private sealed record Foreign : Condition;
}
