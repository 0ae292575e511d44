namespace Halo.Parallelism;

/// <summary>A command could not be started, failed, or took too long; the message says which.</summary>
internal sealed class CommandFailedException(string message, Exception? inner = null) : Exception(message, inner);
