namespace Halo.Reporting;

/// <summary>How a piece of a report is meant; a terminal may show it.</summary>
public enum ReportTone
{
    /// <summary>Ordinary text.</summary>
    Plain = 0,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Less important than the rest.</summary>
    Faint,

    /// <summary>On the critical path.</summary>
    Critical,

    /// <summary>Something that should not be so.</summary>
    Warning,
}

/// <summary>Writes a report in pieces that know what they mean.</summary>
public interface IReportPen
{
    /// <summary>Writes a piece of a line.</summary>
    void Write(string text, ReportTone tone = ReportTone.Plain);

    /// <summary>Writes a piece that stands for an agent.</summary>
    /// <param name="text">The piece.</param>
    /// <param name="agent">The agent's position in the registry.</param>
    /// <param name="isCritical">Whether it lies on the critical path.</param>
    void WriteOf(string text, int agent, bool isCritical = false);

    /// <summary>Ends the line.</summary>
    void EndLine();
}
