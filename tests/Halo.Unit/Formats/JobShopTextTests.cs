using Halo.Formats;

namespace Halo.Unit.Formats;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class JobShopTextTests
{
    private const string Plain = "# instance x\n 2  3\n0 3  2 2.5  1 4\n\n2 1  1 2  0 6 # job 1\n";
    private const string Flexible = "2 3 1.5\n2  2 1 4 3 5  1 2 6\n1  1 3 7\n";
    private const string Precedences = "3 2 2\n0 1 0\n1 2\n2 0 4 1 5\n1 1 6\n1 0 7\n";

    [TestCase(Plain, "j0.0->j0.1 j0.1->j0.2 j1.0->j1.1 j1.1->j1.2")]
    [TestCase(Flexible, "j0.0->j0.1")]
    [TestCase(Precedences, "o0->o1 o1->o2")]
    public void Parse_Edges_AreTheChains(string text, string edges) => Assert.That(string.Join(' ', Texts.EdgesOf(Texts.Sound(text))), Is.EqualTo(edges));

    [TestCase(Plain, "m0=3 m2=2.5 m1=4 m2=1 m1=2 m0=6")]
    [TestCase(Flexible, "m1=4,m3=5 m2=6 m3=7")]
    [TestCase(Precedences, "m0=4,m1=5 m1=6 m0=7")]
    public void Parse_Times_AreThoseOfTheMachines(string text, string times) => Assert.That(TimesOf(Texts.Sound(text)), Is.EqualTo(times));

    [TestCase(Plain, "m0 m1 m2")]
    [TestCase(Flexible, "m1 m2 m3", Description = "machines counted from 1")]
    [TestCase(Precedences, "m0 m1")]
    [TestCase("1 3\n2 1 1 5\n", "m0 m1 m2", Description = "neither the first nor the last machine is used: counted from 0")]
    public void Parse_Machines_AreNamedAsTheFileCountsThem(string text, string machines) =>
        Assert.That(string.Join(' ', Texts.Sound(text).Agents!.Select(agent => agent.Name)), Is.EqualTo(machines));

    [Test]
    public void Parse_JobsWithEnds_HaveTheirOwnLengths() =>
        Assert.That(string.Join(' ', Texts.EdgesOf(Texts.Sound("3 3\n0 1 1 2 0 3 -1 -1\n2 4 -1 -1\n1 1 2 2 -1 -1\n"))), Is.EqualTo("j0.0->j0.1 j0.1->j0.2 j2.0->j2.1"));

    [Test]
    public void Parse_JobsOfOwnLengthsWithoutEnds_AreRead() =>
        Assert.That(TimesOf(Texts.Sound("3 5\n0 10 1 20\n4 12\n1 9 2 7 3 8\n")), Is.EqualTo("m0=10 m1=20 m4=12 m1=9 m2=7 m3=8"));

    [TestCase("2 2\n0 1 1\n2 1 3\n0 4\n", "m0=1 m1=2 m1=3 m0=4", Description = "full jobs")]
    [TestCase("2 2\n0 1 1 2 -1 -1 1 3\n0 4 -1\n-1\n", "m0=1 m1=2 m1=3 m0=4", Description = "jobs with ends")]
    [TestCase("3 3 1.5\n2  2 1 4\n3 5  1 2 6\n1  1 3 7\n1 1 1 9\n", "m1=4,m3=5 m2=6 m3=7 m1=9", Description = "flexible jobs")]
    public void Parse_LinesBrokenElsewhere_AreTheSameJobs(string text, string times) => Assert.That(TimesOf(Texts.Sound(text)), Is.EqualTo(times));

    [Test]
    public void Parse_JobAndOperation_AreNumbers()
    {
        var file = Texts.Sound(Precedences);
        Assert.That((Texts.Attribute(file, "o1", "job").ToString(), Texts.Attribute(file, "o1", "operation").ToString()), Is.EqualTo(("0", "1")));
    }

    [TestCase("2 2\n0 1 1 2\n1 3 0\n", new[] { "3: HALO205 Job '1': it has 3 numbers, but each operation has two, a machine and a time." }, TestName = "odd job")]
    [TestCase("3 2\n0 1 1 2\n1 3 0 4\n1 5\n", new[] { "4: HALO205 Job '2': it has 1 operations; the others have 2." }, TestName = "short job")]
    [TestCase("2 2\n0 1 1 2\n1 3 5 4\n", new[] { "3: HALO004 Operation 'j1.1': there is no machine 5." }, TestName = "no such machine")]
    [TestCase("2 2\n0 1 1 2\n1 x 0 4\n", new[] { "3: HALO004 'x' is not a number." }, TestName = "word")]
    [TestCase("2 2\n0 1 1 2\n1 -3 0 4\n", new[] { "3: HALO004 Operation 'j1.0': its time -3 is negative." }, TestName = "negative time")]
    [TestCase("2 2\n0 1 1 2\n1.5 3 0 4\n", new[] { "3: HALO004 Operation 'j1.0': 1.5 is not a machine." }, TestName = "half a machine")]
    [TestCase("3 2\n0 1 1 2\n1 3 0 4\n", new[] { "1: HALO004 The file says that there are 3 jobs, and has 2 lines of jobs." }, TestName = "too few jobs")]
    [TestCase("2 2 1\n2 1 0 3 1 1 4\n2 1 0 3 1 1\n", new[] { "3: HALO205 Job '1': it says 2 operations, and its line ends within operation 1." }, TestName = "flexible job that ends early")]
    [TestCase("2 2 1\n2 1 0 3 1 1 4\n1 1 0 3 1 1 4\n", new[] { "3: HALO205 Job '1': it says 1 operations, and 3 numbers are left after them." }, TestName = "flexible job with too much")]
    [TestCase("2 2 1\n2 1 0 3 1 1 4\n1 0\n", new[] { "3: HALO205 Operation 'j1.0': it has no machine." }, TestName = "flexible operation without a machine")]
    [TestCase("2 1 2\n0 2 0\n1 0 4\n2 0 5\n", new[] { "2: HALO202 A precedence names operation 2, which does not exist.", "4: HALO205 Operation 'o1': its line is not a number of machines with that many machines and times." }, TestName = "precedence to nothing")]
    public void Read_Faulty_NamesEveryFaultWithItsLine(string text, string[] faults) => Assert.That(Texts.FaultsOf(text), Is.EqualTo(faults));

    private static string TimesOf(TaskFile file) =>
        string.Join(' ', Enumerable.Range(0, file.Graph.Count).Select(task => string.Join(',', file.Graph.EstimateOf(task)!.SecondsByAgent.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))));
}
