using NUnit.Framework.Interfaces;

namespace Halo.MutationRunner;

/// <summary>What happens while tests run, one after the other.</summary>
internal sealed class TestEvents : ITestListener
{
    private readonly List<string> _failed = [];

    /// <summary>The full names of the tests that failed.</summary>
    public IReadOnlyList<string> Failed => _failed;

    /// <summary>Called before each test with its full name.</summary>
    public Action<string>? OnStarted { get; init; }

    /// <summary>Called after each test with its full name, its seconds, and whether it passed.</summary>
    public Action<string, double, bool>? OnFinished { get; init; }

    public void TestStarted(ITest test)
    {
        if (!test.IsSuite) OnStarted?.Invoke(test.FullName);
    }

    public void TestFinished(ITestResult result)
    {
        if (result.Test.IsSuite) return;
        var passed = result.ResultState.Status == TestStatus.Passed;
        if (result.ResultState.Status == TestStatus.Failed) _failed.Add(result.Test.FullName);
        OnFinished?.Invoke(result.Test.FullName, result.Duration, passed);
    }

    public void TestOutput(TestOutput output)
    {
    }

    public void SendMessage(TestMessage message)
    {
    }
}
