namespace Halo.NUnitConsole;

/// <summary>The whole command, from its arguments to its exit code.</summary>
/// <param name="open">Opens the tests that the options name.</param>
/// <param name="output">Standard output, for reports.</param>
/// <param name="error">Standard error, for faults.</param>
/// <param name="time">The clock.</param>
internal sealed class ConsoleCommand(Func<ConsoleOptions, ITestSession> open, TextWriter output, TextWriter error, TimeProvider time)
{
    /// <summary>Runs the command.</summary>
    /// <returns>One of <see cref="ExitCodes"/>, or the number of failures.</returns>
    public int Run(IReadOnlyList<string> arguments, CancellationToken stopping)
    {
        if (CommandLine.AsksForHelp(arguments))
        {
            output.Write(HelpText.Text.ReplaceLineEndings("\n"));
            return ExitCodes.Ok;
        }

        try
        {
            return Run(CommandLine.Parse(arguments), stopping);
        }
        catch (UsageException exception)
        {
            Say(exception.Faults);
            Say(["See 'halo-nunit --help'."]);
            return ExitCodes.InvalidArgument;
        }
        catch (InvalidAssemblyException exception)
        {
            Say(exception.Faults);
            return ExitCodes.InvalidAssembly;
        }
        catch (Exception exception)
        {
            // The last resort: whatever it was, it must not look like a number of failed tests.
            Say([$"Unexpected error: {exception}"]);
            return ExitCodes.UnexpectedError;
        }
    }

    private int Run(ConsoleOptions options, CancellationToken stopping)
    {
        using var session = open(options);
        foreach (var file in options.ResultFiles) ResultFile.RequireWritable("--result", file);
        if (options.ExploreFile is { } list) ResultFile.RequireWritable("--explore", list);
        session.Load();
        if (stopping.IsCancellationRequested) return ExitCodes.Stopped;
        return options.Explore ? Explore(session, options.ExploreFile) : RunTests(session, options, stopping);
    }

    private int Explore(ITestSession session, string? file)
    {
        var found = session.Explore();
        var names = found.Descendants("test-case").Select(test => (string?)test.Attribute("fullname")).ToList();
        if (file is not null) ResultFile.Write(found, file);
        else foreach (var name in names) output.WriteLine(name);
        output.WriteLine($"{names.Count} tests found");
        return names.Count == 0 ? ExitCodes.NoTests : ExitCodes.Ok;
    }

    private int RunTests(ITestSession session, ConsoleOptions options, CancellationToken stopping)
    {
        var progress = new RunProgress(new EventReporter(options.Labels, output));
        var started = time.GetTimestamp();
        var run = Task.Run(() => session.Run(progress.OnEvent), CancellationToken.None);
        try
        {
            run.Wait(stopping);
        }
        catch (OperationCanceledException)
        {
            RunReport.Write(progress.Stop(time.GetElapsedTime(started)), output);
            Say(["Stopped: these are the tests that had ended. No result file is written."]);
            return ExitCodes.Stopped;
        }

        foreach (var file in options.ResultFiles) ResultFile.Write(run.Result, file);
        return RunReport.Write(run.Result, output).ExitCode;
    }

    private void Say(IEnumerable<string> lines)
    {
        foreach (var line in lines) error.WriteLine($"halo-nunit: {line}");
    }
}
