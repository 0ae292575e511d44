namespace Halo.Results;

/// <summary>Advice as text: the test, what to write, and why.</summary>
internal static class AdviceReport
{
    public static void WriteText(IReadOnlyList<PerfAdvice> advice, TextWriter writer)
    {
        foreach (var each in advice) writer.Write($"{SafeText.Visible(each.Test)}\n  {each.Attribute ?? WordsOf(each.Kind)}\n  {each.Why}.\n");
    }

    private static string WordsOf(AdviceKind kind) => kind switch
    {
        AdviceKind.NoRetry => "no retry",
        AdviceKind.FixCode => "no retry: fix the code, or the budget",
        AdviceKind.Reconsider => "no retry: reconsider the test",
        _ => "measure more",
    };
}
