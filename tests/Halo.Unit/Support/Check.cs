using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Halo.Unit;

/// <summary>Property tests: FsCheck with a seed that is always shown, so that any run can be repeated.</summary>
internal static class Check
{
    private const string SeedVariable = "HALO_SEED";
    private const string ShareVariable = "HALO_CHECK_SHARE";

    /// <summary>
    /// How many inputs are tried where so many are asked for: all, or the share from 0 to 1 that <c>HALO_CHECK_SHARE</c> names, as
    /// where a test runs for each of thousands of mutants.
    /// </summary>
    public static int Runs(int asked) =>
        Environment.GetEnvironmentVariable(ShareVariable) is { } share ? Math.Max(1, (int)(asked * double.Parse(share, CultureInfo.InvariantCulture))) : asked;

    /// <summary>Tries random inputs until one is faulty.</summary>
    /// <param name="inputs">Where inputs come from.</param>
    /// <param name="runs">How many to try, see <see cref="Runs"/>.</param>
    /// <param name="fault">What is wrong with an input; null when nothing is.</param>
    public static void ForAll<T>(Gen<T> inputs, int runs, Func<T, string?> fault)
    {
        var given = Environment.GetEnvironmentVariable(SeedVariable);
        var seed = given is null ? (ulong)Random.Shared.NextInt64() : ulong.Parse(given, CultureInfo.InvariantCulture);
        TestContext.Out.WriteLine($"{SeedVariable}={seed}");
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(Runs(runs))
            .WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var said = fault(input);
            return (said is null).Label($"{said} ({SeedVariable}={seed})");
        }).Check(config);
    }
}
