using System.Xml.Linq;

namespace Halo.Unit.Tools;

/// <summary>Events and results as the engine tells them, cut to what the console reads.</summary>
internal static class RecordedRun
{
    public const string FailedTest =
        """
        <test-case fullname="Sample.Basic.Fails" result="Failed" duration="0.0721"><failure><message><![CDATA[  Expected: 2
          But was:  1
        ]]></message><stack-trace><![CDATA[   at Sample.Basic.Fails() in T.cs:line 4
        ]]></stack-trace></failure></test-case>
        """;

    public const string PassedTest =
        """
        <test-case fullname="Sample.Basic.Passes" result="Passed" duration="0.0016"><output><![CDATA[first
        second
        ]]></output></test-case>
        """;

    public const string WarnedTest =
        """<test-case fullname="Sample.Basic.Warns" result="Warning" duration="0"><reason><message><![CDATA[careful]]></message></reason></test-case>""";

    /// <summary>A fixture whose tests pass and whose teardown fails.</summary>
    public const string FailedTeardown =
        """
        <test-suite type="TestFixture" fullname="Sample.TeardownFails" result="Failed" label="Error" site="TearDown"><failure><message>teardown boom</message></failure>
        <test-case fullname="Sample.TeardownFails.A" result="Passed" duration="0" /></test-suite>
        """;

    /// <summary>A fixture whose setup fails, and with it each of its tests.</summary>
    public const string FailedSetup =
        """
        <test-suite type="TestFixture" fullname="Sample.SetupFails" result="Failed" label="Error" site="SetUp"><failure><message>setup boom</message></failure>
        <test-case fullname="Sample.SetupFails.A" result="Failed" label="Error" site="Parent" duration="0"><failure><message>OneTimeSetUp: setup boom</message></failure></test-case></test-suite>
        """;

    /// <summary>A theory none of whose cases decides: it fails alone.</summary>
    public const string FailedTheory =
        """
        <test-suite type="Theory" fullname="Sample.Theory" result="Failed"><failure><message>All test cases were inconclusive</message></failure>
        <test-case fullname="Sample.Theory(1)" result="Inconclusive" duration="0" /></test-suite>
        """;

    /// <summary>The results of a run of one assembly.</summary>
    public static XElement Of(string counts, params string[] content)
    {
        var failed = content.Any(part => part.Contains("result=\"Failed\"", StringComparison.Ordinal)) ? "Failed" : "Passed";
        return XElement.Parse($"""<test-run {counts} result="{failed}" duration="1.5"><test-suite type="Assembly" fullname="Sample.dll" result="{failed}" site="Child">{string.Concat(content)}</test-suite></test-run>""");
    }
}
