namespace Halo.Parallelism;

/// <summary>A command could not be started, failed, or took too long; the message says which.</summary>
/// <param name="message">What happened.</param>
/// <param name="inner">What caused it; null for nothing.</param>
public sealed class CommandFailedException(string message, Exception? inner = null) : Exception(message, inner);
