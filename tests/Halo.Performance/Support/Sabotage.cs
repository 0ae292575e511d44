namespace Halo.Performance;

/// <summary>
/// Makes measured code slower or wrong on purpose, to prove that the suite sees it. The run parameter
/// <c>Halo.Sabotage</c> says how; without it nothing is changed.
/// </summary>
internal static class Sabotage
{
    /// <summary>The code, as the run parameter says.</summary>
    public static Action By(Action work)
    {
        var random = new Random(1);
        return TestContext.Parameters.Get("Halo.Sabotage", "none") switch
        {
            "none" => work,
            "double" => Twice(work),
            "half" => () =>
            {
                work();
                if (random.Next(2) == 0) work();
            }
            ,
            "sleep" => () =>
            {
                work();
                Thread.Sleep(1);
            }
            ,
            "thread" => () => Task.Run(Twice(work)).Wait(),
            "wrong" => () => Assert.Fail("A wrong result, on purpose."),
            var other => throw new ArgumentException($"Halo.Sabotage is '{other}'; it must be none, double, half, sleep, thread or wrong."),
        };
    }

    private static Action Twice(Action work) => () =>
    {
        work();
        work();
    };
}
