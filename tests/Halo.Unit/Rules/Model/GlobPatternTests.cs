using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Halo.Unit.Rules.Model;

/// <summary>Globs, compared with a slow matcher that works from the pattern's parts instead of its text.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class GlobPatternTests
{
    private const string Letters = "ab-]![*?\\";

    private static readonly Gen<char> Letter = Gen.Elements(Letters.ToCharArray());

    private static readonly Gen<Part> Parts = Gen.Frequency(
        (3, Gen.Constant(new Part('*', "", false))),
        (1, Gen.Constant(new Part('?', "", false))),
        (6, Letter.Select(c => new Part('c', c.ToString(), false))),
        (2, from length in Gen.Choose(1, 3) from set in Letter.ArrayOf(length) from negated in Gen.Elements(true, false) select SetOf(new string(set), negated)));

    [Test]
    public void IsMatch_RandomGlobAndText_AgreesWithTheSlowMatcher()
    {
        var hits = 0;
        var inputs = from parts in Gen.Choose(0, 6).SelectMany(Parts.ArrayOf)
                     from text in Gen.Choose(0, 7).SelectMany(Letter.ArrayOf)
                     select (parts, text: new string(text));
        Check.ForAll(inputs, 50_000, input =>
        {
            var expected = Matches(input.parts, input.text);
            if (expected) hits++;
            var glob = string.Concat(input.parts.Select(part => part.Text));
            return Glob(glob).IsMatch(input.text) == expected ? null : $"'{glob}' on '{input.text}' should be {expected}";
        });
        Assert.That(hits, Is.GreaterThan(1_000), "The texts are too seldom matched to prove anything.");
    }

    [TestCase("[a-c]", "b", true)]
    [TestCase("[a-c]", "d", false)]
    [TestCase("[!a-c]", "d", true)]
    [TestCase("[!a-c]", "b", false)]
    [TestCase("[a-]", "-", true)]
    [TestCase("[a-cx-z]", "y", true)]
    [TestCase("[]a]", "]", true)]
    [TestCase("[!]a]", "]", false)]
    [TestCase("a-b", "a-b", true)]
    [TestCase(@"\*", "*", true)]
    [TestCase(@"\*", "x", false)]
    [TestCase(@"\a", "a", true)]
    [TestCase("a]", "a]", true)]
    [TestCase("*.md", ".md", true)]
    [TestCase("**", "", true)]
    [TestCase("a*a", "a", false)]
    [TestCase("??", "\ud83d\ude00", true)]
    [TestCase("docs/*/x", "docs/a/b/x", true)]
    [TestCase("x*[ab]*y", "xby", true)]
    [TestCase("x*[ab]*y", "xccaccy", true)]
    [TestCase("x*[ab]*y", "xccy", false)]
    [TestCase("x*[ab][cd]*y", "xaacby", true)]
    [TestCase("x*[ab][cd]*y", "xay", false)]
    [TestCase("[a-a]", "a", true)]
    public void IsMatch_FormOfTheSyntax_IsAsDescribed(string glob, string text, bool matches) => Assert.That(Glob(glob).IsMatch(text), Is.EqualTo(matches));

    [TestCase("a\\", "lone")]
    [TestCase("[a", "not closed")]
    [TestCase("[a-", "not closed")]
    [TestCase("[", "not closed")]
    [TestCase("[]", "not closed")]
    [TestCase("[!]", "not closed")]
    [TestCase("[c-a]", "inverted")]
    public void TryParse_MalformedGlob_SaysWhy(string glob, string why)
    {
        Assert.That(GlobPattern.TryParse(glob, out _, out var error), Is.False);
        Assert.That(error, Does.Contain(why));
    }

    [TestCase("ab*cd", "ab", "cd")]
    [TestCase("abc", "abc", "abc")]
    [TestCase("*", "", "")]
    [TestCase("a?b*c[x]d", "a", "d")]
    [TestCase(@"\*a*", "*a", "")]
    public void LiteralEnds_OfAGlob_AreWhatEveryMatchHas(string glob, string head, string tail) =>
        Assert.That((Glob(glob).LiteralHead, Glob(glob).LiteralTail), Is.EqualTo((head, tail)));

    [TestCase("abc", "abc")]
    [TestCase("a*d", "a<>d")]
    [TestCase("a*b*d", "a<b>d")]
    [TestCase("*b*c*", "<bc>")]
    [TestCase("?[x-z][!a-c]", "axd")]
    public void Sample_OfAGlob_FillsItsFirstAndItsLastStar(string glob, string sample) => Assert.That(Glob(glob).Sample("<", ">"), Is.EqualTo(sample));

    [Test]
    public void Sample_SetWithoutAPlainCharacter_IsStillText() => Assert.That(Glob("[!a-\uffff]").Sample("", ""), Is.EqualTo("a"));

    [TestCase("a")]
    [TestCase("a?")]
    [TestCase("[a-b]")]
    public void IsMatch_FiftyStarsThatAlmostMatch_EndsQuickly(string segment)
    {
        var glob = Glob(string.Concat(Enumerable.Repeat("*" + segment, 50)) + "*b");
        var text = new string('a', 10_000);
        var watch = WorkWatch.StartNew();
        Assert.That(glob.IsMatch(text), Is.False);
        // A backtracking matcher would need longer than the age of the universe; this one needs well under a millisecond.
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [TestCase(GlobPattern.MaxLength, true)]
    [TestCase(GlobPattern.MaxLength + 1, false)]
    public void TryParse_LongGlob_IsAllowedUpToALimit(int length, bool allowed) =>
        Assert.That((GlobPattern.TryParse(new string('a', length), out _, out var error), error.Contains("1000 are allowed")), Is.EqualTo((allowed, !allowed)));

    [Test]
    public void Validate_RuleWithAGlobBeyondTheLimit_NamesRuleAndLimit()
    {
        var fault = Faults.Only(() => RuleSet.Create(new RoutingRule("r", When.Attribute("path").Like(new string('*', 20_000)), "agent")));
        Assert.That((fault.Message.StartsWith("Rule 'r': glob '***", StringComparison.Ordinal), fault.Message.Contains("1000 are allowed"), fault.Message.Length < 300), Is.EqualTo((true, true, true)), fault.ToString());
    }

    // The longest globs on a long text, each step of which almost matches.
    [TestCase("a", "b")]
    [TestCase("?", "b")]
    [TestCase("[a-b]", "c")]
    [TestCase("*a", "b")]
    [TestCase("a?", "[b-c]")]
    [TestCase("?", "[b-c]")]
    [TestCase("[a-b]a", "b")]
    [TestCase("[!\u0080-\u0090]", "[b-c]")]
    public void IsMatch_LongestGlobOnALongText_EndsSoon(string repeated, string last)
    {
        var glob = Glob("*" + string.Concat(Enumerable.Repeat(repeated, (GlobPattern.MaxLength - 2 - last.Length) / repeated.Length)) + last + "*");
        var text = new string('a', 200_000);
        var watch = WorkWatch.StartNew();
        Assert.That(glob.IsMatch(text), Is.False);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)), "A glob of 20,000 characters took 31 seconds.");
    }

    // A set of marks only could not be written without one of them standing first.
    private static Part SetOf(string characters, bool negated) => new('[', characters.Trim('!', '-').Length == 0 ? characters + "a" : characters, negated);

    private static GlobPattern Glob(string text) => GlobPattern.TryParse(text, out var glob, out var error) ? glob : throw new ArgumentException($"'{text}': {error}");

    // By prefixes: reached[n] says that the parts so far can cover the first n characters.
    private static bool Matches(IReadOnlyList<Part> parts, string text)
    {
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        foreach (var part in parts)
        {
            var next = new bool[reached.Length];
            for (var n = 0; n < next.Length; n++)
            {
                next[n] = part.Kind == '*' ? reached.Take(n + 1).Contains(true) : n > 0 && reached[n - 1] && part.Takes(text[n - 1]);
            }

            reached = next;
        }

        return reached[text.Length];
    }

    /// <summary>A star, any one character, a character or a set of characters.</summary>
    private sealed record Part(char Kind, string Characters, bool Negated)
    {
        public string Text => Kind switch { '*' => "*", '?' => "?", 'c' => "\\" + Characters, _ => SetText() };

        public bool Takes(char c) => Kind switch { '?' => true, 'c' => Characters[0] == c, _ => Characters.Contains(c) != Negated };

        // In a set, ']' stands first, '!' not first and '-' last: there they mean themselves.
        private string SetText()
        {
            var text = new StringBuilder(Negated ? "[!" : "[");
            if (Characters.Contains(']')) text.Append(']');
            text.Append([.. Characters.Where(c => c is not (']' or '!' or '-'))]);
            if (Characters.Contains('!')) text.Append('!');
            if (Characters.Contains('-')) text.Append('-');
            return text.Append(']').ToString();
        }
    }
}
