using System.Security.Cryptography;
using System.Text;

namespace Halo.Execution;

/// <summary>Tells graphs apart by their tasks, types and dependencies.</summary>
internal static class GraphFingerprint
{
    /// <summary>SHA-256 of the graph, as hexadecimal digits. O(tasks + edges).</summary>
    public static string Of(TaskGraph graph)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var task = 0; task < graph.Count; task++)
        {
            Add(graph.IdOf(task));
            Add(graph.TypeOf(task));
            foreach (var dependency in graph.DependenciesOf(task)) hash.AppendData(BitConverter.GetBytes(dependency));
            hash.AppendData(BitConverter.GetBytes(-1));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
