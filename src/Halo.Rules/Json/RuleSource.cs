using System.Security.Cryptography;

namespace Halo.Routing;

/// <summary>
/// A rule file that is watched: the last good rules, and an event for each change. It survives editors that write beside
/// the file and rename over it, files that are deleted and come again, half-written files, and links that are pointed
/// elsewhere; and where the system announces no changes it looks by itself.
/// </summary>
/// <remarks>
/// <para>Handlers are called one after the other, on a thread of the pool, and never two at one time. What a handler of
/// <see cref="Changed"/> throws is reported by <see cref="Faulted"/>, what a handler of <see cref="Faulted"/> throws is
/// dropped; neither keeps other handlers from being called nor ends the watch.</para>
/// <para>The same content again, or other blanks in it, is no change. The same faulty content is reported once.</para>
/// </remarks>
public sealed class RuleSource : IDisposable, IAsyncDisposable
{
    private readonly string _path;
    private readonly RuleSourceOptions _options;
    private readonly WatchedFile _file;
    private readonly CancellationTokenSource _stop = new(); // without a timer it holds nothing to dispose
    private readonly Task _watching;
    private RuleSet _current;
    private string _seen = ""; // what the last reading met: a hash of the content, or why there was none

    private RuleSource(string path, RuleSourceOptions options, TimeProvider time)
    {
        _path = path;
        _options = options;
        _file = new WatchedFile(path, options, time);
        try
        {
            var first = Read();
            _seen = first.Seen;
            _current = first.Rules ?? throw new HaloValidationException(first.Faults);
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        // What is current where Watch is called, such as a trace, is not what later changes belong to.
        using (ExecutionContext.SuppressFlow()) _watching = Task.Run(WatchAsync);
    }

    /// <summary>The rules have changed. <see cref="Current"/> has the new ones already.</summary>
    public event EventHandler<RuleSetChange>? Changed;

    /// <summary>The file is faulty or gone, or a handler has thrown. The last good rules stay.</summary>
    public event EventHandler<RuleSourceFault>? Faulted;

    /// <summary>The last good rules.</summary>
    public RuleSet Current => Volatile.Read(ref _current);

    /// <summary>Loads a rule file and watches it until disposed.</summary>
    /// <param name="path">The file; it may be a link.</param>
    /// <param name="options">How to watch it; the defaults when null.</param>
    /// <param name="timeProvider">The clock for waits; the system's when null.</param>
    /// <exception cref="HaloValidationException">The file cannot be read or is faulty; the exception carries every fault with its line.</exception>
    /// <exception cref="ArgumentException">An option is out of its range; the exception names every such option.</exception>
    public static RuleSource Watch(string path, RuleSourceOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= RuleSourceOptions.Default;
        OptionFault.ThrowIfAny(options.Faults());
        return new RuleSource(path, options, timeProvider ?? TimeProvider.System);
    }

    /// <summary>Ends the watch. No handler is called any more, but one that is running may end after this.</summary>
    public void Dispose() => _stop.Cancel();

    /// <summary>Ends the watch and waits for a handler that is running; not to be waited for inside of one.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
    }

    private async Task WatchAsync()
    {
        using var file = _file;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await file.WaitForChangeAsync(_stop.Token).ConfigureAwait(false);
                await ReloadAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                file.Distrust();
                Report([], exception); // such as no memory for the file: nothing may end the watch
            }
        }
    }

    private async Task ReloadAsync()
    {
        await _file.WaitUntilQuietAsync(_stop.Token).ConfigureAwait(false);
        var reading = Read();
        if (reading.Seen == _seen) return;
        if (reading.Rules is null)
        {
            // Most likely it is still being written, with a pause longer than the quiet period.
            await _file.WaitUntilQuietAsync(_stop.Token).ConfigureAwait(false);
            reading = Read();
            if (reading.Seen == _seen) return;
        }

        _seen = reading.Seen;
        if (reading.Rules is { } rules) Apply(rules);
        else Report(reading.Faults, null);
    }

    private void Apply(RuleSet rules)
    {
        var change = RuleSetChange.Between(_current, rules);
        Volatile.Write(ref _current, rules); // also when only lines have moved, for later messages to name the right ones
        if (!change.IsEmpty) Raise(change);
    }

    private (RuleSet? Rules, string Seen, IReadOnlyList<Diagnostic> Faults) Read()
    {
        string? hash = null;
        var result = InputFile.Read(_file.Path, _options.Limits, bytes =>
        {
            hash = Convert.ToHexString(SHA256.HashData(bytes));
            return hash == _seen ? new LoadResult<RuleSet>(null, []) : RuleFile.Read(bytes, _path, _options.Limits);
        });
        if (hash is null) _file.Distrust();
        return (result.Value, hash ?? result.Diagnostics[0].Message, result.Diagnostics);
    }

    private void Raise(RuleSetChange change) =>
        EachHandler.Call(Changed, this, change, exception => Report((exception as HaloValidationException)?.Diagnostics ?? [], exception), _stop.Token);

    // What these handlers throw cannot be reported to anyone else.
    private void Report(IReadOnlyList<Diagnostic> diagnostics, Exception? exception) =>
        EachHandler.Call(Faulted, this, new RuleSourceFault(diagnostics, exception), _ => { }, _stop.Token);
}
