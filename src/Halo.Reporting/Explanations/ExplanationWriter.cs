using System.Globalization;

namespace Halo.Reporting;

/// <summary>Writes explanations. Ids and values are escaped; line ends are <c>\n</c> on every system.</summary>
public static class ExplanationWriter
{
    /// <summary>The explanation as people read it: the decision, the rules that did not win, the candidates by capability, the index's view.</summary>
    public static string ToText(this Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        ExplanationReport.Write(explanation, writer);
        return writer.ToString();
    }

    /// <summary>The explanation for programs, as <c>schemas/explanation.schema.json</c> describes it.</summary>
    public static string ToJson(this Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        using var stream = new MemoryStream();
        using var output = new JsonOutput(stream);
        output.Write(ExplanationJson.Of(explanation), ExplanationContracts.Default.ExplanationJson);
        output.Complete();
        return Utf8.WithoutMark.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
