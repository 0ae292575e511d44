namespace Halo.MutationRunner;

/// <summary>What a process of its own does: it may be ended by a mutant at any time.</summary>
internal static class Worker
{
    /// <summary>Everything is done.</summary>
    public const int Done = 0;

    /// <summary>A mutant left something behind, and a new process has to go on.</summary>
    public const int Again = 3;

    /// <summary>
    /// Judges all mutants that need no process of their own: first by tests that are quick, then those that are left by the
    /// others, so that an unfinished measurement says most.
    /// </summary>
    public static int JudgeTogether(Workspace workspace, double quick)
    {
        var (reach, log) = (Workspace.Read<Reach>(workspace.Reach), new OutcomeLog(workspace.Outcomes));
        var tests = reach.Tests.SelectMany(test => test.Mutants.Select(mutant => (mutant, test))).ToLookup(pair => pair.mutant, pair => pair.test);
        var mutants = MutantReport.Read(workspace.Report).Where(mutant => mutant.IsJudged && tests.Contains(mutant.Id)).Select(mutant => mutant.Id).ToList();
        Trial? trial = null;
        bool Judge(int mutant, IReadOnlyList<TestFigures> chosen, Verdict otherwise)
        {
            var isFirst = trial is null;
            trial ??= new Trial(workspace, log);
            return trial.Judge(mutant, chosen, isFirst, otherwise);
        }

        var known = log.Read();
        foreach (var mutant in mutants.Where(mutant => !known.ContainsKey(mutant)))
        {
            if (!Judge(mutant, [.. tests[mutant].Where(test => test.Milliseconds <= quick)], tests[mutant].Any(test => test.Milliseconds > quick) ? Verdict.Waiting : Verdict.Survived)) return Again;
        }

        known = log.Read();
        foreach (var mutant in mutants.Where(mutant => known[mutant].Verdict == Verdict.Waiting))
        {
            if (!Judge(mutant, [.. tests[mutant].Where(test => test.Milliseconds > quick)], Verdict.Survived)) return Again;
        }

        return Done;
    }

    /// <summary>Judges one mutant by all tests, with the mutant on from the beginning.</summary>
    public static int JudgeApart(Workspace workspace, int mutant)
    {
        var (reach, log) = (Workspace.Read<Reach>(workspace.Reach), new OutcomeLog(workspace.Outcomes));
        log.Add(new(mutant, Verdict.Started));
        var trial = new Trial(workspace, log, mutant);
        if (trial.Broken != reach.Broken) trial.Add(Verdict.Killed, "the search for tests");
        else trial.Judge(mutant, reach.Tests, isFirst: true);
        return Done;
    }
}
