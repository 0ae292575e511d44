namespace Halo.Execution;

/// <summary>
/// The chain of attempts that the end of a run waited for: from the one that ended last, always the latest of what it had to
/// wait for, which is an earlier attempt, a dependency or the task that had its slot.
/// </summary>
internal static class RunPath
{
    /// <summary>The places of the attempts, first to last. O(attempts + edges).</summary>
    public static IReadOnlyList<int> Of(RunLanes lanes, RunNeeds needs)
    {
        var path = new List<int>();
        var attempts = lanes.Attempts;
        for (var at = LastOf(attempts); at >= 0; at = BeforeOf(at, attempts, needs)) path.Add(at);
        path.Reverse();
        return path;
    }

    private static int LastOf(IReadOnlyList<PlacedAttempt> attempts)
    {
        var last = -1;
        for (var i = 0; i < attempts.Count; i++)
        {
            if (last < 0 || attempts[i].Finish >= attempts[last].Finish) last = i;
        }

        return last;
    }

    private static int BeforeOf(int at, IReadOnlyList<PlacedAttempt> attempts, RunNeeds needs)
    {
        var best = attempts[at].Before;
        foreach (var need in needs.Of(at))
        {
            // A join may begin before its last dependency ends.
            if (need < at && attempts[need].Finish <= attempts[at].Start && (best < 0 || attempts[need].Finish >= attempts[best].Finish)) best = need;
        }

        return best;
    }
}
