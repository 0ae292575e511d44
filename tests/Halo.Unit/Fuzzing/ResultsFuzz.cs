using System.Text.Json;
using Halo.Results;

namespace Halo.Unit.Fuzzing;

/// <summary>Stored attempts and baselines of performance tests.</summary>
internal static class ResultsFuzz
{
    private static readonly PerfAttempt[] Sound = [.. Results.Attempts.Retried("t", 1, [10, 12]), .. Results.Attempts.Retried("u", 2, [20])];

    public static FuzzTarget Attempts { get; } = new("results", AttemptsText(), text => IsRead(text, PerfResults.Extension, path => PerfResults.Read(path)));

    public static FuzzTarget Baseline { get; } = new("baseline", BaselineText(), text => IsRead(text, ".json", path => BaselineFile.Read(path)));

    private static bool IsRead(byte[] text, string extension, Action<string> read)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("f" + extension);
        File.WriteAllBytes(path, text);
        try
        {
            read(path);
            return true;
        }
        catch (PerfDataException exception) when (exception.Faults.Count > 0 && exception.Faults.All(fault => fault.StartsWith(path, StringComparison.Ordinal)))
        {
            return false;
        }
    }

    private static byte[] AttemptsText() => [.. Sound.SelectMany(attempt => (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(attempt, PerfJson.Default.PerfAttempt), (byte)'\n'])];

    private static byte[] BaselineText()
    {
        using var stream = new MemoryStream();
        BaselineWriter.Write(Results.Attempts.Baseline(Sound), stream);
        return stream.ToArray();
    }
}
