using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Halo.Unit;

/// <summary>What a router logs, from any thread.</summary>
internal sealed class RouterLog : ILogger<HaloRouter>
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    /// <summary>The lines in order, each with its level before it.</summary>
    public IReadOnlyList<string> Lines => [.. _lines.Select(line => $"{line.Level}: {line.Text}")];

    public int Errors => _lines.Count(line => line.Level == LogLevel.Error);

    public void Clear() => _lines.Clear();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, formatter(state, exception)));
}
