using System.Text.Json;

namespace Halo.MutationRunner;

/// <summary>A file of JSON lines, to which each is added at once, so that work that is ended can go on from there.</summary>
internal sealed class JsonLines<T>(string file)
{
    private readonly Lock _writing = new();

    public IReadOnlyList<T> Read()
    {
        List<T> lines = [];
        if (!File.Exists(file)) return lines;
        foreach (var line in File.ReadLines(file))
        {
            // A line may be cut off where a process was ended.
            try
            {
                if (JsonSerializer.Deserialize<T>(line) is { } value) lines.Add(value);
            }
            catch (JsonException)
            {
                continue;
            }
        }

        return lines;
    }

    public void Add(T value)
    {
        lock (_writing) File.AppendAllText(file, JsonSerializer.Serialize(value) + "\n");
    }
}
