using System.Text;

namespace Halo.Unit.Rules.Json;

/// <summary>Input that is not JSON, too deep, too long or cut off: refused by diagnostics, never by another exception.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class HostileInputTests
{
    private const string Sound = """{"rules":[{"id":"r","when":{},"route":"x"}]}""";

    public static IEnumerable<TestCaseData> Texts()
    {
        (string Name, byte[] Text, string Code)[] rows =
        [
            ("empty", [], DiagnosticCodes.InvalidJson),
            ("blank", Utf8(" \n\t "), DiagnosticCodes.InvalidJson),
            ("byte order mark only", [0xEF, 0xBB, 0xBF], DiagnosticCodes.InvalidJson),
            ("garbage behind", Utf8(Sound + "x"), DiagnosticCodes.InvalidJson),
            ("second document", Utf8(Sound + Sound), DiagnosticCodes.InvalidJson),
            ("comment", Utf8("/* no */" + Sound), DiagnosticCodes.InvalidJson),
            ("comma behind", Utf8("""{"rules":[],}"""), DiagnosticCodes.InvalidJson),
            ("single quotes", Utf8("{'rules':[]}"), DiagnosticCodes.InvalidJson),
            ("NaN", Utf8("""{"rules":NaN}"""), DiagnosticCodes.InvalidJson),
            ("zero byte", Utf8("{\"rules\":[]}\0"), DiagnosticCodes.InvalidJson),
            ("UTF-16", Encoding.Unicode.GetBytes(Sound), DiagnosticCodes.UnreadableFile),
            ("two byte order marks", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. Utf8(Sound)], DiagnosticCodes.InvalidJson),
            ("10,000 arrays", Utf8(new string('[', 10_000)), DiagnosticCodes.InvalidJson),
            ("10,000 objects", Utf8(string.Concat(Enumerable.Repeat("{\"rules\":", 10_000))), DiagnosticCodes.InvalidJson),
            ("10,000 conditions", Utf8("""{"rules":[{"id":"r","route":"x","when":""" + string.Concat(Enumerable.Repeat("{\"not\":", 10_000)) + "{}" + new string('}', 10_000) + "}]}"), DiagnosticCodes.InvalidJson),
            ("40 conditions", Utf8("""{"rules":[{"id":"r","route":"x","when":""" + string.Concat(Enumerable.Repeat("{\"not\":", 40)) + "{}" + new string('}', 40) + "}]}"), DiagnosticCodes.InvalidCondition),
            ("half a pair in a name", Utf8("""{"rules":[{"id":"r","when":{"\udc00":1},"route":"x"}]}"""), DiagnosticCodes.InvalidValue),
            ("half a pair in a property", Utf8("""{"rules":[{"id":"r","when":{},"route":"x","\ud800":{"a":1}}]}"""), DiagnosticCodes.InvalidValue),
            ("half a pair before an object", Utf8("""{"rules":[{"id":"r","when":{"\udc00":{"gt":1}},"route":"x"}]}"""), DiagnosticCodes.InvalidValue),
            ("bytes that are not UTF-8", [.. Utf8("""{"rules":[{"id":"r","when":{},"route":"""), (byte)'"', 0xFF, 0xFE, (byte)'"', .. Utf8("}]}")], DiagnosticCodes.InvalidValue),
            ("overlong UTF-8", [.. Utf8("""{"rules":[{"id":"r","when":{"a":"""), (byte)'"', 0xC0, 0x80, (byte)'"', .. Utf8("""},"route":"x"}]}""")], DiagnosticCodes.InvalidValue),
            ("number too large", Utf8("""{"rules":[{"id":"r","when":{"a":{"gte":-1e400}},"route":"x"}]}"""), DiagnosticCodes.InvalidValue),
        ];
        return rows.Select(row => new TestCaseData(row.Text, row.Code).SetArgDisplayNames(row.Name));
    }

    [TestCaseSource(nameof(Texts))]
    public void Read_HostileText_IsRefused(byte[] text, string code)
    {
        // What stands before the place may be faulty too, such as an array where an object was expected.
        var faults = RuleFile.Read(text, "f.json").Diagnostics;
        Assert.That(faults, Has.Count.InRange(1, 2));
        Assert.That(faults[^1].Code, Is.EqualTo(code), string.Join('\n', faults));
    }

    [Test]
    public void Read_SyntaxErrorOnALaterLine_NamesThatLineAndTheFile() =>
        Assert.That(Faults.Only(RuleFile.Read(Utf8("{\n\"rules\": [\n{,}\n]}"), "f.json").Diagnostics).Location, Is.EqualTo(new SourceLocation("f.json", 3, 2)));

    [Test]
    public void Read_FaultBeforeASyntaxError_NamesBoth() =>
        Assert.That(RuleFile.Read(Utf8("""{"rules":[{"id":5,"when":{},"route":"x"},{"""), "f.json").Diagnostics.Select(fault => fault.Code),
            Is.EqualTo(new[] { DiagnosticCodes.InvalidValue, DiagnosticCodes.InvalidJson }));

    [Test]
    public void Read_SampleCutOffAtEveryByte_IsAlwaysRefusedByDiagnostics()
    {
        var text = File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "debian", "rules.json")).AsSpan().TrimEnd("\r\n"u8).ToArray();
        for (var length = 0; length < text.Length; length++)
        {
            var result = RuleFile.Read(text.AsSpan(0, length), "f.json");
            Assert.That((result.Value, result.Diagnostics[0].Code), Is.EqualTo(((RuleSet?)null, DiagnosticCodes.InvalidJson)), $"cut at byte {length}");
        }
    }

    [Test]
    public void Read_SampleWithOneByteChanged_NeverThrows()
    {
        var text = File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "debian", "rules.json"));
        byte[] replacements = [(byte)'"', (byte)'{', (byte)']', (byte)',', (byte)'\\', 0xFF, 0];
        for (var at = 0; at < text.Length; at += 3)
        {
            var original = text[at];
            text[at] = replacements[at % replacements.Length];
            Assert.DoesNotThrow(() => RuleFile.Read(text), $"byte {at}");
            text[at] = original;
        }
    }

    [Test]
    public void Read_MoreItemsThanTheLimit_IsRefusedOnceAndTheRestPassedOver()
    {
        var text = Utf8("""{"rules":[""" + string.Join(',', Enumerable.Range(0, 5).Select(i => $$"""{"id":"r{{i}}","when":{},"route":"x"}""")) + "]}");
        Assert.That(Faults.Only(RuleFile.Read(text, limits: new InputLimits { MaxItems = 3 }).Diagnostics).Message, Is.EqualTo("the file has more than 3 rules."));
        Assert.That(RuleFile.Read(text, limits: new InputLimits { MaxItems = 5 }).Value, Has.Count.EqualTo(5));
    }

    [Test]
    public void Read_DeeperThanTheLimit_IsRefused()
    {
        Assert.That(RuleFile.Read(Utf8(Sound), limits: new InputLimits { MaxDepth = 4 }).Value, Is.Not.Null);
        Assert.That(Faults.Only(RuleFile.Read(Utf8(Sound), limits: new InputLimits { MaxDepth = 3 }).Diagnostics).Code, Is.EqualTo(DiagnosticCodes.InvalidJson));
    }

    [Test]
    public void Read_LargerThanTheLimit_IsRefused()
    {
        Assert.That(RuleFile.Read(Utf8(Sound), limits: new InputLimits { MaxBytes = Sound.Length }).Value, Is.Not.Null);
        var fault = Faults.Only(RuleFile.Read(Utf8(Sound), "f.json", new InputLimits { MaxBytes = Sound.Length - 1 }).Diagnostics);
        Assert.That((fault.Code, fault.Location.File), Is.EqualTo((DiagnosticCodes.UnreadableFile, "f.json")));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
