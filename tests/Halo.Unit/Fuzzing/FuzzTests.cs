namespace Halo.Unit.Fuzzing;

/// <summary>Every reader on damaged texts of its format: some hundreds in every run, many thousands on demand.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class FuzzTests
{
    private const int Runs = 600;

    [TestCaseSource(typeof(FuzzTargets), nameof(FuzzTargets.Names))]
    public void Read_DamagedText_IsReadOrRefused(string name) => Fuzz.Run(FuzzTargets.Named(name), Runs);
}

/// <inheritdoc cref="FuzzTests"/>
[TestFixture, Category("Nightly"), Explicit("It takes minutes.")]
public sealed class NightlyFuzzTests
{
    private const int Runs = 20_000;

    [TestCaseSource(typeof(FuzzTargets), nameof(FuzzTargets.Names))]
    public void Read_DamagedText_IsReadOrRefused(string name) => Fuzz.Run(FuzzTargets.Named(name), Runs);
}
