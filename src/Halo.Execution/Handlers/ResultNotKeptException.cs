namespace Halo.Execution;

/// <summary>A result that a journal did not keep, or cannot give back: no failure of the task that asks for it.</summary>
internal sealed class ResultNotKeptException(string message, Exception? innerException = null) : Exception(message, innerException);
