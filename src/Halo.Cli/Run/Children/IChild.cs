namespace Halo.Cli;

/// <summary>A program that was started for a task.</summary>
internal interface IChild : IDisposable
{
    Stream Output { get; }

    Stream Errors { get; }

    /// <summary>Its exit code, when it has ended; null when it cannot be known.</summary>
    Task<int?> Exited { get; }

    /// <summary>Whether anything is left of it and of what it started.</summary>
    bool IsLeft { get; }

    /// <summary>Asks it, and what it started, to end.</summary>
    /// <returns>Whether that is possible here.</returns>
    bool Ask();

    /// <summary>Ends it, and what it started.</summary>
    void Kill();
}
