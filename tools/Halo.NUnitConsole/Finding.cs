using System.Xml.Linq;

namespace Halo.NUnitConsole;

/// <summary>A test or suite that failed or warned.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">Failed, Error, Invalid, Warning or another label of the framework.</param>
/// <param name="IsSuite">Whether it is not a test but what surrounds tests, such as a fixture's teardown.</param>
/// <param name="Message">What the framework says of it.</param>
/// <param name="Stack">Where it happened; empty when that is not known.</param>
internal sealed record Finding(string Name, string Kind, bool IsSuite, string Message, string Stack)
{
    /// <summary>Everything that failed, in the order of the results.</summary>
    /// <param name="run">The results, as nunit3 XML.</param>
    public static IReadOnlyList<Finding> FailuresIn(XElement run) => [.. run.Descendants().Where(FailedItself).Select(Of)];

    /// <summary>The tests that warned, in the order of the results.</summary>
    /// <param name="run">The results, as nunit3 XML.</param>
    public static IReadOnlyList<Finding> WarningsIn(XElement run) =>
        [.. run.Descendants("test-case").Where(test => (string?)test.Attribute("result") == "Warning").Select(Of)];

    // A suite fails with its tests. It counts beside them where it failed after them, or though none of them did.
    private static bool FailedItself(XElement element) => IsFailed(element) && element.Name.LocalName switch
    {
        "test-case" => true,
        "test-suite" => (string?)element.Attribute("site") == "TearDown" || !element.Descendants().Any(IsFailed),
        _ => false,
    };

    private static bool IsFailed(XElement element) => (string?)element.Attribute("result") == "Failed" && element.Name.LocalName is "test-case" or "test-suite";

    private static Finding Of(XElement element)
    {
        var said = element.Element("failure") ?? element.Element("reason");
        var result = (string?)element.Attribute("label") ?? (string?)element.Attribute("result") ?? "";
        return new Finding((string?)element.Attribute("fullname") ?? "", result, element.Name.LocalName == "test-suite", TextOf(said?.Element("message")), TextOf(said?.Element("stack-trace")));
    }

    private static string TextOf(XElement? element) => (element?.Value ?? "").ReplaceLineEndings("\n").TrimEnd();
}
