namespace Halo.Cli;

/// <summary>
/// What is inside quotes in a script of the shell. It need not understand all of the language: where it takes something for
/// quoted that is not, the script is refused, and the variable that the message names works in either case.
/// </summary>
internal sealed class ShellQuoting
{
    private const string Single = "single quotes";
    private const string Double = "double quotes";
    private const string Document = "a here-document";

    private readonly string?[] _inside;

    public ShellQuoting(string script)
    {
        _inside = new string?[script.Length];
        string? where = null;
        for (var i = 0; i < script.Length; i++)
        {
            var (letter, before) = (script[i], where);
            if (letter == '\\' && where != Single) Mark(i++, where);
            else if (letter == '\'' && where is null or Single) where = where == Single ? null : Single;
            else if (letter == '"' && where is null or Double) where = where == Double ? null : Double;
            else if (letter == '#' && where is null && BeginsWord(script, i)) i = EndOfLine(script, i);
            else if (letter == '<' && where is null && IsDocument(script, i)) where = Document;
            Mark(i, before ?? where);
        }
    }

    /// <summary>What the place is inside of; null outside of quotes.</summary>
    public string? At(int index) => _inside[index];

    private void Mark(int index, string? where)
    {
        if (index < _inside.Length) _inside[index] = where;
    }

    private static bool BeginsWord(string script, int at) => at == 0 || char.IsWhiteSpace(script[at - 1]) || script[at - 1] == ';';

    private static int EndOfLine(string script, int from) => script.IndexOf('\n', from) is >= 0 and var end ? end : script.Length - 1;

    // << and <<-, but not the <<< of some shells, which takes one word.
    private static bool IsDocument(string script, int at) =>
        at + 2 < script.Length && script[at + 1] == '<' && script[at + 2] != '<' && (at == 0 || script[at - 1] != '<');
}
