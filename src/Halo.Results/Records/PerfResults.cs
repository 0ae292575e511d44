using System.Text.Json;

namespace Halo.Results;

/// <summary>The attempts of test runs in a folder: a file for each run, a line of JSON for each attempt.</summary>
public static class PerfResults
{
    /// <summary>The ending of a results file.</summary>
    public const string Extension = ".perf.jsonl";

    /// <summary>The results file of a run.</summary>
    /// <param name="folder">The results folder; made when the first attempt is written.</param>
    /// <param name="run">The run.</param>
    public static string FileOf(string folder, string run) => Path.Combine(folder, run + Extension);

    /// <summary>Adds an attempt to the end of its run's file, as one line. The file is whole after every line.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="attempt">The attempt.</param>
    public static void Append(string folder, PerfAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        Directory.CreateDirectory(folder);
        File.AppendAllText(FileOf(folder, attempt.Run), JsonSerializer.Serialize(attempt, PerfJson.Default.PerfAttempt) + "\n");
    }

    /// <summary>Reads one results file, or all of a folder, in the order of runs and attempts.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <exception cref="PerfDataException">Something is missing or broken; every fault is listed with its file and line.</exception>
    public static IReadOnlyList<PerfAttempt> Read(string path)
    {
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*" + Extension, SearchOption.AllDirectories) : [path];
        Array.Sort(files, (a, b) => StringComparer.Ordinal.Compare(Path.GetFileName(a), Path.GetFileName(b)));
        var attempts = new List<PerfAttempt>();
        var faults = new List<string>();
        foreach (var file in files) ReadFile(file, attempts, faults);
        if (faults.Count > 0) throw new PerfDataException(faults);
        return attempts;
    }

    private static void ReadFile(string file, List<PerfAttempt> attempts, List<string> faults)
    {
        try
        {
            var line = 0;
            foreach (var text in File.ReadLines(file))
            {
                line++;
                if (text.Length == 0) continue;
                try
                {
                    var attempt = JsonSerializer.Deserialize(text, PerfJson.Default.PerfAttempt) ?? throw new JsonException("null is no attempt.");
                    var wrong = PerfAttemptValidator.Faults(attempt).ToList();
                    if (wrong.Count == 0) attempts.Add(attempt);
                    else faults.AddRange(wrong.Select(fault => $"{file}:{line}: {fault}"));
                }
                catch (JsonException fault)
                {
                    faults.Add($"{file}:{line}: {fault.Message}");
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{file}: {fault.Message}");
        }
    }
}
