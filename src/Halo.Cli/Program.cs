using Halo.Cli;

return await HaloCommand.RunAsync(args, CommandStreams.OfProcess(), CancellationToken.None);
