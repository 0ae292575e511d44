using System.Text;
using System.Text.RegularExpressions;

namespace Halo.Unit;

/// <summary>Damages sound texts at random: single bytes, and words, strings and marks as a whole.</summary>
internal sealed partial class Mutation(Random random)
{
    private const int MostChanges = 4;

    private static readonly string[] Splices =
    [
        "{", "}", "[", "]", ":", ",", "\"", "'", "\n", "\n  ", "- ", "#", "&a ", "*a", "!!x ", "|\n", ">-\n", "<<: ", "? ", "%", "---\n", "...\n", "\t", "\0", "\\", "\uD7FF", "${{ ",
        "null", "true", "\"\"", "\"\\ud800\"", "-1", "0.5", "1e999", "-1e308", "99999999999", "2147483647", "[]", "{}", "{\"a\":1}", "[[[[]]]]", "0",
    ];

    /// <summary>A damaged copy.</summary>
    public byte[] Of(byte[] text)
    {
        for (var changes = random.Next(1, MostChanges); changes > 0 && text.Length > 0; changes--) text = random.Next(2) == 0 ? OfBytes(text) : OfWords(text);
        return text;
    }

    private byte[] OfBytes(byte[] text)
    {
        var bytes = new List<byte>(text);
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 12), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            case 4: bytes.RemoveRange(at, bytes.Count - at); break;
            default: bytes.InsertRange(at, Enumerable.Repeat(bytes[at], random.Next(2, 300)).ToArray()); break;
        }

        return [.. bytes];
    }

    private byte[] OfWords(byte[] text)
    {
        // Latin 1 keeps every byte as it is.
        List<string> words = [.. Words().Matches(Encoding.Latin1.GetString(text)).Select(match => match.Value)];
        var (at, other) = (random.Next(words.Count), random.Next(words.Count));
        var length = Math.Min(random.Next(1, 10), words.Count - at);
        switch (random.Next(6))
        {
            case 0: words[at] = Splice(); break;
            case 1: words.Insert(at, Splice()); break;
            case 2: words.RemoveRange(at, length); break;
            case 3: words.InsertRange(other, words.GetRange(at, length)); break;
            case 4: (words[at], words[other]) = (words[other], words[at]); break;
            default: words[at] = words[other]; break;
        }

        return Encoding.Latin1.GetBytes(string.Concat(words));
    }

    private string Splice() => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));

    [GeneratedRegex("\"[^\"\n]*\"|[\\w.+-]+|[ ]+|[^\\w ]", RegexOptions.Singleline)]
    private static partial Regex Words();
}
