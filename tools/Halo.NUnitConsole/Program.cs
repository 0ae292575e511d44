using System.Text;
using Halo.NUnitConsole;

// Opened before any test runs: the framework puts writers of its own in the place of Console.Out and Console.Error.
using var output = Open(Console.OpenStandardOutput());
using var error = Open(Console.OpenStandardError());

var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl-C reports what has ended, the second only ends the process.
    pressed.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
};

// Not by return, which would wait for the threads of a stopped run, and for those that tests left behind.
Environment.Exit(new ConsoleCommand(EngineSession.Open, output, error, TimeProvider.System).Run(args, stopping.Token));

static StreamWriter Open(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
