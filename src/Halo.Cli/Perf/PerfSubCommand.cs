using System.CommandLine;
using Halo.Results;

namespace Halo.Cli;

/// <summary>A command about results of performance tests: faults of files are listed, a line each.</summary>
internal abstract class PerfSubCommand(string name, string description, CommandStreams streams) : SubCommand(name, description, streams)
{
    private const string DefaultResults = "TestResults/perf";

    protected static Argument<string> ResultsArgument()
    {
        var results = new Argument<string>("RESULTS")
        {
            DefaultValueFactory = _ => DefaultResults,
            Description = "A results file, or a folder of them.",
        };
        InputOptions.RefuseOptions(results);
        return results;
    }

    protected static Option<string?> OutputOption() => InputOptions.FileOption("--output", "Where to write; the file is replaced as a whole. Default: -, standard output.");

    protected sealed override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return RunOnFiles(parsed, cancellationToken);
        }
        catch (PerfDataException exception)
        {
            foreach (var fault in exception.Faults) Streams.Error.WriteLine(VisibleText.Of(fault));
            return ExitCodes.Fault;
        }
    }

    /// <summary>Does the work.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="PerfDataException">A file is missing or broken.</exception>
    protected abstract int RunOnFiles(ParseResult parsed, CancellationToken cancellationToken);

    /// <summary>Reads results; that there are none is a fault, since a wrong folder is more likely than no test.</summary>
    protected PerfRuns ReadResults(string path)
    {
        var runs = PerfRuns.Read(path);
        WriteNotes(runs.Notes);
        return runs.Count > 0 ? runs : throw new PerfDataException([$"{path}: there are no results; performance tests write them."]);
    }

    /// <summary>Reads what results are compared with.</summary>
    /// <exception cref="UsageException">The path is empty.</exception>
    /// <exception cref="PerfDataException">A file is missing or broken.</exception>
    protected PerfReference Load(string path)
    {
        if (path.Length == 0) throw new UsageException("the name of an input is empty; give a file or a folder.");
        var reference = PerfReference.Read(path);
        WriteNotes(reference.Notes);
        return reference;
    }

    /// <summary>Writes text in UTF-8.</summary>
    protected int WriteText(string? file, Action<TextWriter> write, CancellationToken cancellationToken) =>
        OutputTarget.Write(file, Streams, stream => WriteText(stream, write), cancellationToken);

    protected static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, OutputTarget.Utf8, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    }

    private void WriteNotes(IEnumerable<string> notes)
    {
        foreach (var note in notes) Streams.Error.WriteLine(VisibleText.Of(note));
    }
}
