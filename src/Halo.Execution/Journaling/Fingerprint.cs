using System.Security.Cryptography;
using System.Text;

namespace Halo.Execution;

/// <summary>
/// Tells what a run works on from anything else: SHA-256 as hexadecimal digits, one for each part of it, so that a message can
/// say what has changed. Estimates, timeouts and retries are left out: they may change between two parts of a run.
/// </summary>
internal static class Fingerprint
{
    /// <summary>The tasks, their types and dependencies. O(tasks + edges).</summary>
    public static string OfTasks(TaskGraph graph)
    {
        using var hash = new Hash();
        for (var task = 0; task < graph.Count; task++)
        {
            hash.Add(graph.IdOf(task));
            hash.Add(graph.TypeOf(task));
            foreach (var dependency in graph.DependenciesOf(task)) hash.Add(dependency);
            hash.Add(-1);
        }

        return hash.End();
    }

    /// <summary>The join rules, and the conditions on dependencies. O(tasks + edges).</summary>
    public static string OfConditions(TaskGraph graph)
    {
        using var hash = new Hash();
        for (var task = 0; task < graph.Count; task++)
        {
            if (graph.JoinOf(task) is var join && join != JoinRule.AllSucceeded)
            {
                hash.Add(task);
                hash.Add(join.ToString());
            }

            foreach (var dependency in graph.DependenciesOf(task))
            {
                if (graph.ConditionOf(dependency, task) is not { } condition) continue;
                hash.Add(task);
                hash.Add(dependency);
                hash.Add((int)condition.On);
                hash.Add(condition.When is null ? "" : condition.When.ToString());
            }
        }

        return hash.End();
    }

    /// <summary>The tasks' attributes, in whatever order they are given. O(attributes log attributes).</summary>
    public static string OfAttributes(TaskGraph graph)
    {
        using var hash = new Hash();
        for (var task = 0; task < graph.Count; task++)
        {
            var attributes = graph.AttributesOf(task);
            hash.Add(attributes.Count);
            foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
            {
                hash.Add(name);
                hash.Add((int)value.Kind);
                hash.Add(value.ToString());
            }
        }

        return hash.End();
    }

    /// <summary>Each of some texts, by its name.</summary>
    public static IReadOnlyDictionary<string, string> OfEach(IReadOnlyDictionary<string, string> texts) =>
        texts.ToDictionary(text => text.Key, text => Of(text.Value), StringComparer.Ordinal);

    private static string Of(string text)
    {
        using var hash = new Hash();
        hash.Add(text);
        return hash.End();
    }

    private sealed class Hash : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public void Add(int number) => _hash.AppendData(BitConverter.GetBytes(number));

        public void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Add(bytes.Length);
            _hash.AppendData(bytes);
        }

        public string End() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public void Dispose() => _hash.Dispose();
    }
}
