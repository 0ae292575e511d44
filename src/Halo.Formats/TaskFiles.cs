using System.Text;

namespace Halo.Formats;

/// <summary>
/// Task files of every known format, recognized by their content: Halo's own graphs, job shops in JSON and text, WfFormat,
/// GitHub Actions workflows and standard task graphs.
/// </summary>
public static class TaskFiles
{
    // The first that recognizes a text reads it.
    private static readonly ITaskFileFormat[] Known =
    [
        new HaloGraphFormat(), new WfFormat(), new FlexibleJobShopFormat(), new JsplibFormat(), new PrecedenceJobShopFormat(), new WorkflowJobsFormat(), new WorkflowFormat(),
        new JobShopTextFormat(), new StandardTaskGraphFormat(),
    ];

    /// <summary>The names of the known formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. Known.Select(format => format.Name)];

    /// <summary>Loads a task file. O(bytes + tasks + dependencies).</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How large it may be; the defaults when null.</param>
    /// <exception cref="ArgumentException">A limit is out of its range; every such limit is named.</exception>
    /// <exception cref="HaloValidationException">The file cannot be read, is of no known format or is faulty; the exception carries every fault with its line.</exception>
    public static TaskFile Load(string path, TaskFileLimits? limits = null) => Read(path, limits).OrThrow();

    /// <summary>Parses a task file's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The name to show in faults.</param>
    /// <exception cref="HaloValidationException">The text is of no known format or is faulty; the exception carries every fault with its line.</exception>
    public static TaskFile Parse(string text, string? file = null) => Read(Encoding.UTF8.GetBytes(text), file).OrThrow();

    /// <summary>Loads a task file and returns its faults instead of throwing.</summary>
    /// <inheritdoc cref="Load"/>
    public static LoadResult<TaskFile> Read(string path, TaskFileLimits? limits = null)
    {
        var known = TaskFileLimits.Of(limits);
        return InputFile.Read(path, known.Input, bytes => Read(bytes, path, known, isOnDisk: true));
    }

    /// <summary>Parses a task file's UTF-8 text and returns its faults instead of throwing.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="file">The name to show in faults.</param>
    /// <param name="limits">How large it may be; the defaults when null.</param>
    public static LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file = null, TaskFileLimits? limits = null) =>
        Read(utf8, file, TaskFileLimits.Of(limits), isOnDisk: false);

    private static LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits, bool isOnDisk)
    {
        if (utf8.Length > limits.Input.MaxBytes) return InputFile.TooLarge<TaskFile>(file, limits.Input);
        if (TextEncoding.Fault(utf8, file) is { } encoding) return new LoadResult<TaskFile>(null, [encoding]);
        var text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var glance = Glance.At(text, limits.Input, seen => Array.Exists(Known, format => format.Recognizes(seen)));
        return Array.Find(Known, format => format.Recognizes(glance)) is { } recognized
            ? isOnDisk ? recognized.ReadFile(text, file!, limits) : recognized.Read(text, file, limits)
            : new LoadResult<TaskFile>(null, Unrecognized(text, file, limits.Input, glance));
    }

    private static IReadOnlyList<Diagnostic> Unrecognized(ReadOnlySpan<byte> text, string? file, InputLimits limits, Glance glance)
    {
        var faults = new DiagnosticBag();
        if (glance.IsBrokenJson) JsonFile.ReadDocument(text, file, faults, limits, (ref JsonCursor json) => json.Skip());
        if (!faults.HasErrors)
        {
            faults.Error(DiagnosticCodes.UnknownFormat, $"This is a task file of no known format: {glance.Seen}.",
                $"Known are: {string.Join("; ", Known.Select(format => $"{format.Name}, {format.Mark}"))}.", new SourceLocation(file, 1));
        }

        return faults.ToList();
    }
}
