namespace Halo.Performance;

/// <summary>
/// Which attempts fail, the same for everybody who makes them: an agent whose label it is not always fails, the right one
/// as often as its success rate says.
/// </summary>
internal sealed class SeededFailures(int seed)
{
    /// <summary>Whether an attempt at a labelled task succeeds.</summary>
    public bool Succeeds(string task, string agent, int attempt)
    {
        if (!DeliveryLabels.AgentOf.TryGetValue(task, out var owner)) return true; // completed before
        if (agent != owner) return false;
        return new Random(Hash($"{seed}/{task}/{attempt}")).NextDouble() < Delivery.Agents[Delivery.Agents.IndexOf(agent)].SuccessRate;
    }

    // FNV-1a: strings hash differently in each process.
    private static int Hash(string text)
    {
        var hash = 2166136261;
        foreach (var letter in text) hash = (hash ^ letter) * 16777619;
        return (int)hash;
    }
}
