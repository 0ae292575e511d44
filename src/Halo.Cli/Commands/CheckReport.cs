using System.Text.Json.Serialization.Metadata;

namespace Halo.Cli;

/// <summary>The faults of a check, as compilers write them, as JSON or as SARIF.</summary>
internal static class CheckReport
{
    public static void Write(InputSet inputs, CheckFormat format, Stream stream)
    {
        switch (format)
        {
            case CheckFormat.Json: WriteJson(CheckJson.Of(inputs), CheckJsonContext.Default.CheckJson, stream); break;
            case CheckFormat.Sarif: WriteJson(SarifJson.Of(inputs.Faults), SarifJsonContext.Default.SarifJson, stream); break;
            default: WriteText(inputs, stream); break;
        }
    }

    /// <summary>"3 errors, 1 warning in 2 files.", or "No faults in 3 files."</summary>
    public static string Summarize(InputSet inputs)
    {
        List<string> parts = [];
        Add(DiagnosticSeverity.Error, "error");
        Add(DiagnosticSeverity.Warning, "warning");
        if (parts.Count == 0) parts.Add("No faults");
        Add(DiagnosticSeverity.Info, "note");
        return $"{string.Join(", ", parts)} in {PlanSummary.Count(inputs.Files.Count, "file")}.";

        void Add(DiagnosticSeverity severity, string noun)
        {
            var count = inputs.Faults.Count(fault => fault.Severity == severity);
            if (count > 0) parts.Add(PlanSummary.Count(count, noun));
        }
    }

    private static void WriteJson<T>(T document, JsonTypeInfo<T> contract, Stream stream)
    {
        using var output = new JsonOutput(stream);
        output.Write(document, contract);
        output.Complete();
    }

    private static void WriteText(InputSet inputs, Stream stream)
    {
        using var writer = new StreamWriter(stream, OutputTarget.Utf8, leaveOpen: true) { NewLine = "\n" };
        foreach (var fault in inputs.Faults) writer.WriteLine(VisibleText.Of(fault.ToString()));
        writer.WriteLine(Summarize(inputs));
    }
}
