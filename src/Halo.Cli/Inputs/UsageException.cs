namespace Halo.Cli;

/// <summary>The command line asks for something that cannot be; the message says what would be right.</summary>
internal sealed class UsageException(string message) : Exception(message);
