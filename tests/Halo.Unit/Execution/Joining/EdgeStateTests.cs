using Halo.Execution;

namespace Halo.Unit.Execution.Joining;

/// <summary>What a numeric result means to the condition of an edge: the number itself, with all its digits.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class EdgeStateTests
{
    private static readonly object[] Results = [(sbyte)7, (byte)7, (short)7, (ushort)7, 7, 7U, 7L, 7UL, 7F, 7.0, 7M];

    [TestCaseSource(nameof(Results))]
    public void Of_ResultOfAnyNumericType_IsThatNumber(object result) => Assert.That(IsMet(7, result), Is.True);

    [TestCase(9007199254740993, true)]
    [TestCase(9007199254740992, false)]
    public void Of_ResultThatNoDoubleHolds_IsComparedExactly(long result, bool isMet) => Assert.That(IsMet(9007199254740993, result), Is.EqualTo(isMet));

    private static bool IsMet(long asked, object result) =>
        EdgeStates.Of(JoinKind.AllSucceeded, new EdgeCondition { When = When.Attribute("result").Is(asked) }, TaskOutcome.Succeeded, result, FailurePolicy.SkipDependants) == EdgeState.Satisfied;
}
