using System.Text;

namespace Halo.Unit.Core;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class TextEncodingTests
{
    private const string Rules = "{\"rules\": []}";

    public static IEnumerable<TestCaseData> Encodings()
    {
        (Encoding Encoding, string Name)[] encodings =
        [
            (new UnicodeEncoding(bigEndian: false, byteOrderMark: true), "UTF-16 (little-endian)"),
            (new UnicodeEncoding(bigEndian: true, byteOrderMark: true), "UTF-16 (big-endian)"),
            (new UTF32Encoding(bigEndian: false, byteOrderMark: true), "UTF-32 (little-endian)"),
            (new UTF32Encoding(bigEndian: true, byteOrderMark: true), "UTF-32 (big-endian)"),
        ];
        foreach (var (encoding, name) in encodings)
        {
            foreach (var text in new[] { Rules, "{}", "1", "3\n0 0 0\n", "jobs:\n  a: {runs-on: x}\n" })
            {
                yield return new TestCaseData(encoding.GetBytes(text), name).SetArgDisplayNames($"{text} in {name}");
                yield return new TestCaseData((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)], name).SetArgDisplayNames($"{text} in {name} with a mark");
            }
        }
    }

    [TestCaseSource(nameof(Encodings))]
    public void Read_OtherEncoding_IsNamed(byte[] text, string name)
    {
        var faults = new[] { RuleFile.Read(text, "f").Diagnostics, GraphFile.Read(text, "f").Diagnostics, AgentFile.Read(text, "f").Diagnostics, Halo.Formats.TaskFiles.Read(text, "f").Diagnostics };
        Assert.That(faults.Select(found => $"{Faults.Only(found).Code} {found[0].Message}"), Has.All.EqualTo($"HALO001 The text is {name}, not UTF-8."));
        Assert.That(faults[0][0].Help, Does.StartWith("Save it as UTF-8"));
    }

    [TestCase("")]
    [TestCase("﻿")]
    public void Read_Utf8_IsRead(string mark) => Assert.That(RuleFile.Parse(mark + Rules), Is.Empty);
}
