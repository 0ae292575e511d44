using System.Xml.Linq;
using Halo.NUnitConsole;

namespace Halo.Unit.Tools;

/// <summary>The console in this process, over recorded results, with what it wrote.</summary>
internal sealed record ConsoleRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the console without any tests.</summary>
    public static ConsoleRun Of(params string[] arguments) => Of(new FakeSession(), arguments);

    public static ConsoleRun Of(FakeSession session, params string[] arguments) => Of(_ => session, arguments, session.Stopping.Token);

    /// <summary>Runs the console on the engine itself.</summary>
    public static ConsoleRun OnEngine(params string[] arguments) => Of(EngineSession.Open, arguments, CancellationToken.None);

    private static ConsoleRun Of(Func<ConsoleOptions, ITestSession> open, string[] arguments, CancellationToken stopping)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = new ConsoleCommand(open, output, error, TimeProvider.System).Run(arguments, stopping);
        return new ConsoleRun(code, output.ToString(), error.ToString());
    }
}

/// <summary>Tells recorded results.</summary>
internal sealed class FakeSession : ITestSession
{
    private readonly TaskCompletionSource _disposed = new();

    /// <summary>What a run and a listing return.</summary>
    public XElement Results { get; init; } = RecordedRun.Of("passed=\"1\"");

    /// <summary>What a run reports before it returns.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Whether Ctrl-C comes after the events, in a run that never ends.</summary>
    public bool IsStopped { get; init; }

    /// <summary>What loading throws.</summary>
    public Exception? LoadFault { get; init; }

    public CancellationTokenSource Stopping { get; } = new();

    public void Load()
    {
        if (LoadFault is not null) throw LoadFault;
    }

    public XElement Explore() => Results;

    public XElement Run(Action<string> onEvent)
    {
        foreach (var text in Events) onEvent(text);
        if (!IsStopped) return Results;

        // The engine cannot stop a run either: it goes on until it is disposed.
        Stopping.Cancel();
        _disposed.Task.Wait(CancellationToken.None);
        return Results;
    }

    public void Dispose() => _disposed.TrySetResult();
}
