using System.Globalization;
using Halo.NUnit;
using NUnit.Framework.Internal;

namespace Halo.Performance;

/// <summary>
/// Proves the verdict on the real machine: bad programs are never green, good ones never red. A program that the machine
/// starved is inconclusive. The run parameter <c>Halo.Load</c> is the number of busy processes beside it:
/// <c>dotnet test tests/Halo.Performance --filter FullyQualifiedName~VerdictProof -- 'TestRunParameters.Parameter(name="Halo.Load", value="4")'</c>.
/// </summary>
[TestFixture, Explicit("It measures programs that are slow on purpose."), Category("RetryDemo"), NonParallelizable]
public sealed class VerdictProof
{
    private static readonly Programs Programs = new();
    private LoadGenerator? _load;

    private static IEnumerable<TestCaseData> Good() => Programs.Good().Select(program => new TestCaseData(program).SetArgDisplayNames(program.Name));

    private static IEnumerable<TestCaseData> Bad() => Programs.Bad().Select(program => new TestCaseData(program).SetArgDisplayNames(program.Name));

    [OneTimeSetUp]
    public void StartLoad()
    {
        var processes = int.Parse(TestContext.Parameters.Get("Halo.Load", "0"), CultureInfo.InvariantCulture);
        if (processes > 0) _load = LoadGenerator.Start(processes);
    }

    [OneTimeTearDown]
    public void StopLoad()
    {
        _load?.Dispose();
        Programs.Dispose();
    }

    [TestCaseSource(nameof(Good))]
    public void GoodProgram_IsNeverRed(object program) => Expect((PerfProgram)program, "Pass", "NetPass");

    [TestCaseSource(nameof(Bad))]
    public void BadProgram_IsNeverGreen(object program) => Expect((PerfProgram)program, "Regression", "refused");

    private static void Expect(PerfProgram program, params string[] verdicts)
    {
        var (verdict, message) = VerdictOf(program.Check);
        if (verdict == "Inconclusive") Assert.Inconclusive(message);
        Assert.That(verdict, Is.AnyOf([.. verdicts]), message);
    }

    // In a context of its own, so that a red check does not make this test red.
    private static (string Verdict, string Message) VerdictOf(Action check)
    {
        using var isolated = new TestExecutionContext.IsolatedContext();
        try
        {
            check();
        }
        catch (ArgumentException refusal)
        {
            return ("refused", refusal.Message);
        }
        catch (Exception shown) when (shown is PerfBudgetException or InconclusiveException)
        {
            return (shown is PerfBudgetException red ? red.Verdict.ToString() : "Inconclusive", shown.Message);
        }

        return ((string?)TestExecutionContext.CurrentContext.CurrentTest.Properties.Get("Perf.Verdict") ?? "Pass", "green");
    }
}
