using Halo.Cli;

using var signals = new StopSignals();
if (!OperatingSystem.IsWindows()) LibC.AdoptOrphans();
return signals.ExitCodeOf(await HaloCommand.RunAsync(args, CommandStreams.OfProcess(), signals, signals.Stop));
