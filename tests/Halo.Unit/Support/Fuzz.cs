using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Halo.Unit;

/// <summary>A reader under test: a sound text of its format, and how it is read.</summary>
/// <param name="Name">The format.</param>
/// <param name="Sample">A text that it accepts.</param>
/// <param name="TryRead">Reads a text: true when accepted, false when refused as documented; anything else is thrown.</param>
internal sealed record FuzzTarget(string Name, byte[] Sample, Func<byte[], bool> TryRead)
{
    public override string ToString() => Name;
}

/// <summary>
/// Reads damaged texts: each is accepted or refused as documented, within a second and bounded memory. The seed is always
/// shown; <c>HALO_SEED</c> repeats a run.
/// </summary>
internal static class Fuzz
{
    private const string SeedVariable = "HALO_SEED";
    private const long MostBytes = 64L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void Run(FuzzTarget target, int runs)
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        TestContext.Out.WriteLine($"{SeedVariable}={seed}");
        Assert.That(target.TryRead(target.Sample), Is.True, "the sample itself");
        var mutation = new Mutation(new Random(seed));
        var refused = 0;
        for (var run = 0; run < runs; run++)
        {
            var text = mutation.Of(target.Sample);
            if (!IsAccepted(target, text, $"{SeedVariable}={seed}, input {run}")) refused++;
        }

        Assert.That(refused, Is.GreaterThan(runs / 10), $"{SeedVariable}={seed}: hardly any input was damaged");
    }

    private static bool IsAccepted(FuzzTarget target, byte[] text, string where)
    {
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isInTime = IsInTime(target, text, out var isRead) || IsInTime(target, text, out isRead); // once a busy machine may be to blame
            if (!isInTime) Assert.Fail($"{where} takes longer than {Patience}: {Shown(text)}");
            if (GC.GetAllocatedBytesForCurrentThread() - before > MostBytes) Assert.Fail($"{where} takes more than {MostBytes} bytes: {Shown(text)}");
            return isRead;
        }
        catch (Exception exception) when (exception is not AssertionException)
        {
            Assert.Fail($"{where} is met by {exception}: {Shown(text)}");
            throw;
        }
    }

    private static bool IsInTime(FuzzTarget target, byte[] text, out bool isRead)
    {
        var started = Stopwatch.GetTimestamp();
        isRead = target.TryRead(text);
        return Stopwatch.GetElapsedTime(started) <= Patience;
    }

    private static string Shown(byte[] text) => $"{Encoding.UTF8.GetString(text)} ({Convert.ToBase64String(text)})";
}
