using System.Text;

namespace Halo.Reporting;

/// <summary>Writes without colors.</summary>
internal sealed class PlainPen(TextWriter writer) : IReportPen
{
    // Spaces wait for what follows them, so that no line ends with one.
    private readonly StringBuilder _line = new();

    public void Write(string text, ReportTone tone = ReportTone.Plain) => _line.Append(text);

    public void WriteOf(string text, int agent, bool isCritical = false) => _line.Append(text);

    public void EndLine()
    {
        var length = _line.Length;
        while (length > 0 && _line[length - 1] == ' ') length--;
        _line.Length = length;
        writer.Write(_line);
        writer.Write('\n');
        _line.Clear();
    }
}
