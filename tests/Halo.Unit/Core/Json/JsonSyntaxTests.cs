using System.Text;
using System.Text.Json;

namespace Halo.Unit.Core;

/// <summary>What people are told of a text that is not JSON; none of it is what the JSON reader says.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class JsonSyntaxTests
{
    [TestCase("", 1, 1, "The text is empty.")]
    [TestCase(" \n ", 1, 1, "The text is blank.")]
    [TestCase("// rules\n{\"rules\": []}", 1, 1, "A comment begins here, and JSON has none.")]
    [TestCase("{\"rules\": [] /* none */}", 1, 14, "A comment begins here, and JSON has none.")]
    [TestCase("{\"rules\": # none\n []}", 1, 11, "A comment begins here, and JSON has none.")]
    [TestCase("{\"rules\":\n [1,\n ]}", 3, 2, "A comma comes before ']'.")]
    [TestCase("{\"rules\": [], }", 1, 15, "A comma comes before '}'.")]
    [TestCase("{\"rules\": [1 2]}", 1, 14, "A comma is missing before '2'.")]
    [TestCase("{\"rules\": []\n \"more\": 1}", 2, 2, "A comma is missing before '\"'.")]
    [TestCase("{\"rules\" []}", 1, 10, "A colon is missing before '['.")]
    [TestCase("{\"rules\": [1}", 1, 13, "'}' ends what does not end with it.")]
    [TestCase("{'rules': []}", 1, 2, "A property's name begins with a single quote.")]
    [TestCase("{\"rules\": 'x'}", 1, 11, "A text begins with a single quote.")]
    [TestCase("{rules: []}", 1, 2, "A property's name is missing before 'rules'.")]
    [TestCase("{\"rules\": NaN}", 1, 11, "'NaN' is not a JSON value.")]
    [TestCase("{\"rules\": True}", 1, 11, "'True' is not a JSON value.")]
    [TestCase("{\"rules\": truex}", 1, 11, "'truex' is not a JSON value.")]
    [TestCase("{\"rules\": 01}", 1, 11, "'01' is not a JSON number.")]
    [TestCase("{\"rules\": -}", 1, 11, "'-' is not a JSON number.")]
    [TestCase("{\"rules\": 1.}", 1, 11, "'1.' is not a JSON number.")]
    [TestCase("{\"rules\": 1e}", 1, 11, "'1e' is not a JSON number.")]
    [TestCase("{\"rules\": 1a}", 1, 11, "'1a' is not a JSON number.")]
    [TestCase("{\"rules\": .5}", 1, 11, "'.5' is not a JSON value.")]
    [TestCase("{\"rules\": ,}", 1, 11, "A value is missing before this comma.")]
    [TestCase("{\"rules\": }", 1, 11, "A value is missing before '}'.")]
    [TestCase("{,}", 1, 2, "A property is missing before this comma.")]
    [TestCase("{\"rules\": [:]}", 1, 12, "A colon is not expected here.")]
    [TestCase("{\"rules\": \"a\nb\"}", 1, 13, "A text has a line break or another control character in it.")]
    [TestCase("{\"rules\": \"a\\q\"}", 1, 13, "'\\q' is not an escape.")]
    [TestCase("{\"rules\": \"a\\u12x4\"}", 1, 13, "'\\u' needs four hexadecimal digits.")]
    [TestCase("{\"rules\": \"a}", 1, 11, "This text has no end.")]
    [TestCase("{\"rules\": [", 1, 12, "The text ends too early.")]
    [TestCase("{\"ä😀\": [}", 1, 10, "A value is missing before '}'.", Description = "columns are those of editors")]
    [TestCase("{} {}", 1, 4, "The document ends before '{'.")]
    [TestCase("﻿{}", 1, 1, "'\\ufeff' is not a JSON value.", Description = "a second mark; the first is passed over")]
    public void Read_BrokenJson_SaysWhatIsWrongAndWhere(string text, int line, int column, string message)
    {
        var fault = RuleFile.Read(Encoding.UTF8.GetBytes("﻿" + text), "f.json").Diagnostics.Single(fault => fault.Code == DiagnosticCodes.InvalidJson);
        Assert.That((fault.Location.Line, fault.Location.Column, fault.Message), Is.EqualTo((line, column, $"This is not valid JSON. {message}")));
    }

    [TestCase("{\"rules\": [1,]}", "Remove the comma: JSON has none after the last element.")]
    [TestCase("{\"rules\": []} // none", "Save the file without comments.")]
    public void Read_CommonExtension_SaysHowToSaveTheFile(string text, string help) =>
        Assert.That(RuleFile.Read(Encoding.UTF8.GetBytes(text), "f.json").Diagnostics[^1].Help, Is.EqualTo(help));

    [Test]
    public void Read_TooDeep_NamesTheLimit() =>
        Assert.That(RuleFile.Read(Encoding.UTF8.GetBytes("{\"rules\": [[[]]]}"), limits: new InputLimits { MaxDepth = 3 }).Diagnostics[^1].Message,
            Is.EqualTo("This is not valid JSON. The text is nested more than 3 deep."));

    // The two must agree on what JSON is: otherwise a refused text would be refused without a reason.
    [Test]
    public void Find_RandomTexts_FindsAFaultWhereTheReaderDoes()
    {
        const int Seed = 41;
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        string[] parts = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"b\\n\"", "1", "-0", "2.5e3", "true", "null", " ", "\n", "x", "\"", "\\", "/", "0"];
        var sound = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)])));
            var isJson = IsJson(text);
            Assert.That(JsonSyntax.Find(text, 128) is null, Is.EqualTo(isJson), Encoding.UTF8.GetString(text));
            if (isJson) sound++;
        }

        Assert.That(sound, Is.GreaterThan(1_000));
    }

    [Test]
    public void Find_DeepText_UsesNoRecursion() =>
        Assert.That(JsonSyntax.Find(Encoding.UTF8.GetBytes(new string('[', 1_000_000)), int.MaxValue)!.Message, Is.EqualTo("The text ends too early."));

    private static bool IsJson(byte[] text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 128 });
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
