namespace Halo.Execution;

/// <summary>A handler's word that a task failed, with the kind of failure, by which <see cref="RetrySettings.NonRetryable"/> can name it.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>A failure of a kind.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="kind">The kind; null for none.</param>
    /// <param name="innerException">What caused it; may be null.</param>
    public TaskFailedException(string message, string? kind = null, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>The kind of failure; null for none.</summary>
    public string? Kind { get; }
}
