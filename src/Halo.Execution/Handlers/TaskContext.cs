using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Halo.Execution;

/// <summary>What surrounds one attempt: its agent, its number, its run and the results of the dependencies.</summary>
public sealed class TaskContext
{
    private readonly RunTable _table;
    private readonly int _task;
    private readonly int _agent;

    internal TaskContext(RunTable table, int task, int agent, int attempt) => (_table, _task, _agent, Attempt) = (table, task, agent, attempt);

    /// <summary>The agent that makes the attempt.</summary>
    public string Agent => _table.Plan.Agents[_agent].Name;

    /// <summary>Which attempt it is, from 1, over all agents.</summary>
    public int Attempt { get; }

    /// <summary>
    /// What tells this run from every other one: <see cref="RunOptions.RunId"/>, otherwise the id that the journal keeps over
    /// its resumes, otherwise a new one.
    /// </summary>
    public string RunId => _table.RunId;

    /// <summary>
    /// A key that is the same for each attempt at this task in this run, at any agent and after a resume, and another one for
    /// each other task and run: what the handler does outside can be made to happen once by it. 32 hexadecimal digits; a hash at
    /// each call.
    /// </summary>
    public string IdempotencyKey() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{RunId.Length}:{RunId}{_table.Plan.Graph.IdOf(_task)}")).AsSpan(0, 16));

    /// <summary>How a dependency ended; <see cref="TaskOutcome.Open"/> when the join rule did not wait for it.</summary>
    /// <exception cref="ArgumentException">The task does not depend on it.</exception>
    public TaskOutcome OutcomeOf(string dependency) => _table.OutcomeOf(IndexOf(dependency));

    /// <summary>What a dependency returned.</summary>
    /// <typeparam name="T">The type that its handler returns.</typeparam>
    /// <exception cref="ArgumentException">The task does not depend on it.</exception>
    /// <exception cref="InvalidOperationException">It has not succeeded, left no result, or left one of another type.</exception>
    public T ResultOf<T>(string dependency) => TryGetResult<T>(dependency, out var result)
        ? result
        : throw new InvalidOperationException(
            $"Task '{dependency}' has no result of type {typeof(T).Name}: its outcome is {OutcomeOf(dependency)} and its result {_table.ResultOf(IndexOf(dependency))?.GetType().Name ?? "absent"}.");

    /// <summary>What a dependency returned, if it succeeded and returned such a thing.</summary>
    /// <typeparam name="T">The type that its handler returns.</typeparam>
    /// <param name="dependency">The dependency's id.</param>
    /// <param name="result">The result.</param>
    /// <exception cref="ArgumentException">The task does not depend on it.</exception>
    public bool TryGetResult<T>(string dependency, [MaybeNullWhen(false)] out T result)
    {
        var index = IndexOf(dependency);
        if (_table.OutcomeOf(index) != TaskOutcome.Succeeded) return None(out result);
        if (_table.ResultOf(index) is StoredResult stored) return Read(index, stored, out result);
        if (_table.ResultOf(index) is not T value) return None(out result);
        result = value;
        return true;
    }

    private bool Read<T>(int dependency, StoredResult stored, [MaybeNullWhen(false)] out T result)
    {
        if (stored.TryRead(out result!)) return true;
        var graph = _table.Plan.Graph;
        var agent = _table.Plan.Agents[_table.Agents[dependency]].Name;
        var unread = $"The journal has the result of '{graph.IdOf(dependency)}' as {stored.TypeName ?? "JSON"}, and it cannot be given to "
            + $"'{graph.IdOf(_task)}' as {ResultJson.NameOf(typeof(T))}. Give the handler of '{agent}' with the type of its results.";
        _table.NoteUnread(_task, unread);
        throw new ResultNotKeptException(unread);
    }

    private static bool None<T>([MaybeNullWhen(false)] out T result)
    {
        result = default;
        return false;
    }

    private int IndexOf(string dependency)
    {
        var graph = _table.Plan.Graph;
        return graph.TryGetIndex(dependency, out var index) && graph.DependenciesOf(_task).Contains(index)
            ? index
            : throw new ArgumentException($"Task '{graph.IdOf(_task)}' does not depend on '{dependency}', so its result may be there or not.", nameof(dependency));
    }
}
