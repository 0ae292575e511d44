using System.Text;
using System.Text.Json;

namespace Halo.Results;

/// <summary>The attempts of test runs in a folder: a file for each run, a line of JSON for each attempt.</summary>
public static class PerfResults
{
    /// <summary>The ending of a results file.</summary>
    public const string Extension = ".perf.jsonl";

    private static readonly Lock s_writing = new();

    /// <summary>The results file of a run.</summary>
    /// <param name="folder">The results folder; made when the first attempt is written.</param>
    /// <param name="run">The run.</param>
    public static string FileOf(string folder, string run) => Path.Combine(folder, run + Extension);

    /// <summary>
    /// Adds an attempt to the end of its run's file, as one line. The file is whole after every line: when one cannot be written,
    /// what was written of it is cut off again. Safe to call from several threads; a run belongs to one process.
    /// </summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="attempt">The attempt.</param>
    /// <exception cref="IOException">It cannot be written. It is not in the file; the attempts before it are.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static void Append(string folder, PerfAttempt attempt) => Append(folder, attempt, LineFile.Open);

    internal static void Append(string folder, PerfAttempt attempt, Func<string, FileStream> open)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        Directory.CreateDirectory(folder);
        var line = JsonSerializer.Serialize(attempt, PerfJson.Default.PerfAttempt) + "\n";
        lock (s_writing)
        {
            using var file = open(FileOf(folder, attempt.Run));
            LineFile.Append(file, Encoding.UTF8.GetBytes(line));
        }
    }

    /// <summary>Reads one results file, or all of a folder, in the order of runs and attempts.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="limits">How much there may be; the defaults when null.</param>
    /// <param name="notes">
    /// Gets a sentence for each last line that is cut off, as a process leaves it that is killed while it writes: its attempt is
    /// left out. Null to take such a line for a fault.
    /// </param>
    /// <exception cref="ArgumentException">A limit is out of its range; every such limit is named.</exception>
    /// <exception cref="PerfDataException">Something is missing, broken or beyond a limit; every fault is listed with its file and line.</exception>
    public static IReadOnlyList<PerfAttempt> Read(string path, PerfLimits? limits = null, ICollection<string>? notes = null)
    {
        limits = PerfLimits.Of(limits);
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*" + Extension, SearchOption.AllDirectories) : [path];
        Array.Sort(files, (a, b) => StringComparer.Ordinal.Compare(Path.GetFileName(a), Path.GetFileName(b)));
        var attempts = new List<PerfAttempt>();
        var faults = new List<string>();
        foreach (var file in files)
        {
            try
            {
                if (!ReadFile(file, limits, attempts, faults, notes)) break;
            }
            catch (PerfDataException fault)
            {
                faults.AddRange(fault.Faults);
            }
        }

        return faults.Count == 0 ? attempts : throw new PerfDataException(faults);
    }

    /// <returns>False where the limit of attempts is reached.</returns>
    private static bool ReadFile(
        string file, PerfLimits limits, List<PerfAttempt> attempts, List<string> faults, ICollection<string>? notes)
    {
        using var reader = new StreamReader(PerfFile.Read(file, limits));
        var isWhole = LineFile.EndsWhole(reader.BaseStream);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0) continue;
            if (attempts.Count == limits.MaxAttempts)
            {
                faults.Add($"{file}:{line}: there are more than {limits.MaxAttempts} attempts, the limit {nameof(PerfLimits.MaxAttempts)}.");
                return false;
            }

            try
            {
                var attempt = JsonSerializer.Deserialize(text, PerfJson.Default.PerfAttempt) ?? throw new JsonException("null is no attempt.");
                var wrong = PerfAttemptValidator.Faults(attempt).ToList();
                if (wrong.Count == 0) attempts.Add(attempt);
                else faults.AddRange(wrong.Select(fault => $"{file}:{line}: {fault}"));
            }
            catch (JsonException) when (notes is not null && !isWhole && reader.EndOfStream && JsonText.IsBeginning(text))
            {
                notes.Add($"{file}:{line}: the line is cut off, as when the disk is full or the process is killed; its attempt is left out.");
            }
            catch (JsonException fault)
            {
                faults.Add($"{file}:{line}: {fault.Message}");
            }
        }

        return true;
    }
}
