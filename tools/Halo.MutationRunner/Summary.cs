using System.Globalization;

namespace Halo.MutationRunner;

/// <summary>Tells what survived, and the score of each folder.</summary>
internal static class Summary
{
    /// <summary>The least score that passes, in percent.</summary>
    public const double LeastScore = 85;

    /// <summary>The greatest share of time-outs among the noticed that passes, in percent: beyond it the machine was too busy to tell.</summary>
    public const double MostTimeOuts = 10;

    /// <returns>Whether the score passes.</returns>
    public static bool Write(IReadOnlyList<Mutant> mutants, IReadOnlyDictionary<int, Outcome> outcomes, TextWriter output)
    {
        foreach (var mutant in mutants.Where(mutant => mutant.IsJudged).OrderBy(mutant => mutant.File, StringComparer.Ordinal).ThenBy(mutant => mutant.Line))
        {
            var verdict = outcomes.GetValueOrDefault(mutant.Id)?.Verdict ?? Verdict.NotReached;
            if (verdict is Verdict.Killed or Verdict.TimedOut) continue;
            output.WriteLine($"{mutant.File}:{mutant.Line}: {mutant.Kind}{(verdict == Verdict.NotReached ? ", which no test reaches" : "")}: {Short(mutant.Replacement)}");
        }

        output.WriteLine();
        foreach (var folder in mutants.GroupBy(mutant => Path.GetDirectoryName(mutant.File)!).OrderBy(folder => folder.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Line(folder.Key, Score.Of(folder, outcomes)));
        }

        var all = Score.Of(mutants, outcomes);
        output.WriteLine(Line("in all", all));
        return Passes(all, output);
    }

    private static bool Passes(Score score, TextWriter output)
    {
        if (score.All == 0) output.WriteLine("Nothing was changed.");
        else if (score.Percent < LeastScore) output.WriteLine($"The score is below {LeastScore} %.");
        else if (score.TimedOut * 100 > MostTimeOuts * score.Noticed) output.WriteLine("Too many time-outs to trust the score; run it on an idle machine.");
        else return true;
        return false;
    }

    private static string Line(string name, Score score) => string.Create(
        CultureInfo.InvariantCulture,
        $"{score.Percent,5:0.0} %  {name}: {score.Killed} killed, {score.TimedOut} timed out, {score.Survived} survived, {score.NotReached} not reached; {score.Refused} do not compile");

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "...";
}
