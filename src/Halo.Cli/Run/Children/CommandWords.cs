using System.Text;

namespace Halo.Cli;

/// <summary>Takes a command apart at blanks outside of quotes, and refuses what only a shell understands.</summary>
internal static class CommandWords
{
    /// <exception cref="UsageException">A quote is open, or a word outside of quotes is an operator of the shell.</exception>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == quote) quote = '\0';
            else if (quote != '\0') word!.Append(letter);
            else if (letter is '\'' or '"')
            {
                quote = letter;
                word ??= new StringBuilder(); // also of an empty word
            }
            else if (OperatorAt(text, i) is { } found)
            {
                throw new UsageException(
                    $"'{found}' in --exec '{text}' is for a shell, and without --shell it would only be an argument. Add --shell, or put it in quotes.");
            }
            else if (!char.IsWhiteSpace(letter)) (word ??= new StringBuilder()).Append(letter);
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }

        if (quote != '\0') throw new UsageException($"a quote {quote} of --exec is never closed: {text}");
        if (word is not null) words.Add(word.ToString());
        return words;
    }

    // & and ; within a word are common in addresses and in options of other programs.
    private static string? OperatorAt(string text, int at) => text[at] switch
    {
        '|' or '>' or '<' => text[at].ToString(),
        '&' when at + 1 < text.Length && text[at + 1] == '&' => "&&",
        ';' or '&' when at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) => text[at].ToString(),
        _ => null,
    };
}
