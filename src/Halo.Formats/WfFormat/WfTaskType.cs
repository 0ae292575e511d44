namespace Halo.Formats;

/// <summary>Finds what kind of work a recorded task is.</summary>
internal static class WfTaskType
{
    /// <summary>The program; the task's name where the program is a whole script or absent. A number after the last underscore is left out.</summary>
    public static string Of(string? program, string name) =>
        WithoutNumber(string.IsNullOrEmpty(program) || program.AsSpan().ContainsAny(" \t\r\n") ? name : program);

    private static string WithoutNumber(string text)
    {
        var end = text.AsSpan().TrimEnd("0123456789").Length;
        return end > 1 && end < text.Length && text[end - 1] == '_' ? text[..(end - 1)] : text;
    }
}
