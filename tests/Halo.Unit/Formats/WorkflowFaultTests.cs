using System.Text;

namespace Halo.Unit.Formats;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class WorkflowFaultTests
{
    [Test]
    public void Read_Faulty_NamesEveryFaultWithItsLine() =>
        Assert.That(
            Texts.FaultsOf(
                """
                jobs:
                  a:
                    needs:
                      - b
                      - nobody
                    runs-on: x
                    timeout-minutes: long
                  b:
                    needs: [[c]]
                    runs-on: []
                    name: {}
                  c: text
                  d:
                    steps: []
                  e:
                    runs-on: x
                    runs-on: y
                  f:
                    <<: *nothing
                    uses: x
                    strategy:
                      matrix: {os: 5}
                """),
            Is.EquivalentTo(new[]
            {
                "5: HALO202 Job 'a' needs 'nobody', which is not a job of the workflow.",
                "7: HALO004 Job 'a': its timeout must be a number of minutes or an expression.",
                "9: HALO004 Job 'b': 'needs' must be the id of a job, or a list of ids.",
                "10: HALO004 Job 'b': where it runs must be a label, a list of labels, or a group with labels.",
                "11: HALO004 Job 'b': its name must be a text.",
                "12: HALO004 Job 'c' must be a map.",
                "14: HALO005 Job 'd' says neither where it runs nor which workflow it uses.",
                "17: HALO003 The key 'runs-on' is given twice, first on line 16.",
                "19: HALO009 A merge key '<<' is not part of workflow files.",
                "19: HALO009 The alias '*nothing' names nothing before it.",
                "22: HALO004 Job 'f': 'os' of its matrix must be a list or an expression.",
            }));

    [Test]
    public void Read_FaultyJson_NamesEveryFaultWithItsLine() =>
        Assert.That(
            Texts.FaultsOf("{\"jobs\": [\n{\"id\": \"a\", \"needs\": [\"b\"], \"runsOn\": \"x\"},\n{\"name\": \"b\"},\n7,\n{\"id\": \"a\",\n\"id\": \"c\", \"runsOn\": 1}]}"),
            Is.EquivalentTo(new[]
            {
                "2: HALO202 Job 'a' needs 'b', which is not a job of the workflow.",
                "3: HALO005 A job has no 'id'.",
                "4: HALO004 A job must be an object.",
                "6: HALO003 property 'id' is given twice.",
                "5: HALO201 Task 'a': the task on line 2 has the same id.",
            }));

    [TestCase("jobs:\n  Build: {runs-on: x}\n  build: {runs-on: x}\n", "3: HALO003 The key 'build' is the same as 'Build' on line 2: keys ignore case.")]
    [TestCase("jobs:\n  a: {runs-on: x, strategy: {matrix: {3.10: [1], 3.1: [2]}}}\n", "2: HALO003 The key '3.1' is the same as '3.10' on line 2: keys ignore case.")]
    [TestCase("{\"jobs\": [{\"id\": \"Build\", \"runsOn\": \"x\"},\n{\"id\": \"build\", \"runsOn\": \"x\"}]}", "2: HALO201 Job 'build': the job 'Build' on line 1 has the same id; ids ignore case.")]
    [TestCase("jobs:\n  a:\n    runs-on: x\n    strategy:\n      matrix:\n        os: [b]\n        exclude:\n          - {arch: c}\n", "8: HALO004 Job 'a': 'arch' in 'exclude' of its matrix is not one of its axes.")]
    [TestCase("jobs:\n  a: {runs-on: x, needs: b}\n  b: {runs-on: x, needs: a}\n", "2: HALO204 A cycle of 2 tasks: a -> b -> a.")]
    [TestCase("jobs:\n  a:\n  runs-on: x\n", "3: HALO004 Job 'runs-on' must be a map.")]
    [TestCase("jobs:\n\ta: 1\n", "1: HALO009 This is not valid YAML: While scanning a mapping, found invalid tab as indentation.")]
    [TestCase("jobs:\n  a: 'b\n  c\n", "4: HALO009 ")]
    [TestCase("jobs: [\n", "2: HALO009 ")]
    [TestCase("jobs: [a]\n", "1: HALO004 'jobs' must be a map.")]
    [TestCase("jobs:\n", "1: HALO005 The workflow has no 'jobs'.")]
    [TestCase("jobs: {}\n---\njobs: {}\n", "2: HALO009 A second document begins here.")]
    [TestCase("jobs:\n  a: &x {runs-on: x, env: *x}\n", "2: HALO009 ")]
    [TestCase("jobs:\n  [a, b]: {runs-on: x}\n", "2: HALO009 A key is a list or a map.")]
    public void Read_OneFault_NamesIt(string text, string fault) => Assert.That(Texts.FaultsOf(text), Has.Some.StartsWith(fault));

    [Test]
    public void Read_BillionLaughs_IsRefused()
    {
        var text = new StringBuilder("a0: &a0 x\n");
        for (var i = 1; i < 12; i++) text.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        Assert.That(Texts.FaultsOf(text + "jobs: {a: {runs-on: x}}\n"), Is.EqualTo(new[] { "8: HALO009 The document is refused: with its aliases it has more than 10000000 values." }));
    }

    [Test]
    public void Read_AliasesNestedTooDeep_AreRefused()
    {
        var text = new StringBuilder("a0: &a0 x\n");
        for (var i = 1; i < 200; i++) text.Append($"a{i}: &a{i} [*a{i - 1}]\n");
        Assert.That(Texts.FaultsOf(text + "jobs: {a: {runs-on: x}}\n"), Is.EqualTo(new[] { "129: HALO009 The document is refused: with its aliases it is nested more than 128 deep." }));
    }

    [TestCase('[', ']')]
    [TestCase('{', '}')]
    public void Read_DeepNesting_IsRefused(char open, char close) =>
        Assert.That(Texts.FaultsOf($"jobs: {new string(open, 100_000)}{new string(close, 100_000)}\n"), Has.Exactly(1).Items.And.All.StartsWith("1: HALO009 "));

    [TestCase(new byte[] { (byte)'j', (byte)'o', (byte)'b', (byte)'s', (byte)':', (byte)'\n', (byte)' ', 0xFF }, "2: HALO009 These bytes are not UTF-8.")]
    [TestCase(new byte[] { (byte)'j', (byte)'o', (byte)'b', (byte)'s', (byte)':', (byte)'\n', (byte)' ', 0 }, "2: HALO009 A zero byte is not text.")]
    public void Read_BytesThatAreNoText_AreRefused(byte[] text, string fault) => Assert.That(Texts.FaultsOf(text), Is.EqualTo(new[] { fault }));
}
