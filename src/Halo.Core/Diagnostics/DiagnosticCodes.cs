namespace Halo.Routing;

/// <summary>The codes of a <see cref="Diagnostic"/> of files (0xx), rules (1xx), graphs (2xx) and agents (3xx).</summary>
public static class DiagnosticCodes
{
    /// <summary>The file is missing, unreadable or larger than the limit.</summary>
    public const string UnreadableFile = "HALO001";

    /// <summary>The text is not JSON, or is nested too deeply.</summary>
    public const string InvalidJson = "HALO002";

    /// <summary>A property that the format does not have, or has twice.</summary>
    public const string UnknownProperty = "HALO003";

    /// <summary>A value of the wrong type or out of its range.</summary>
    public const string InvalidValue = "HALO004";

    /// <summary>A required property is missing.</summary>
    public const string MissingProperty = "HALO005";

    /// <summary>More faults were found than are listed.</summary>
    public const string MoreFaults = "HALO006";

    /// <summary>More rules, tasks or agents than the limit.</summary>
    public const string TooManyItems = "HALO007";

    /// <summary>The text is a task file of no known format.</summary>
    public const string UnknownFormat = "HALO008";

    /// <summary>The text breaks the syntax of its format, which is not JSON, or is nested too deeply.</summary>
    public const string InvalidSyntax = "HALO009";

    /// <summary>Two names look the same, or differ only in case.</summary>
    public const string LookAlikeNames = "HALO010";

    /// <summary>Two rules share an id.</summary>
    public const string DuplicateRule = "HALO101";

    /// <summary>A rule's target is not a registered agent.</summary>
    public const string UnknownAgent = "HALO102";

    /// <summary>No number is inside a range.</summary>
    public const string EmptyRange = "HALO103";

    /// <summary>A regular expression or glob that cannot be used.</summary>
    public const string InvalidPattern = "HALO104";

    /// <summary>A condition that is malformed in another way: empty list, empty text, reserved name, too deep.</summary>
    public const string InvalidCondition = "HALO105";

    /// <summary>A rule that can never win, because an earlier one for the same agent covers it.</summary>
    public const string UnreachableRule = "HALO106";

    /// <summary>A rule that wins only while another agent is full or unavailable.</summary>
    public const string ShadowedRule = "HALO107";

    /// <summary>The search for covered rules stopped at its limit.</summary>
    public const string CoverageIncomplete = "HALO108";

    /// <summary>A change names a rule that does not exist.</summary>
    public const string UnknownRule = "HALO109";

    /// <summary>Two rules of equal priority for different agents that match a task in common: their order in the file decides.</summary>
    public const string RuleTie = "HALO110";

    /// <summary>Two rules for different agents that differ only in a numeric range, and the ranges overlap.</summary>
    public const string OverlappingRanges = "HALO111";

    /// <summary>A search stopped at its limit: for ties, for overlapping ranges, or for rules that match no task.</summary>
    public const string LintIncomplete = "HALO112";

    /// <summary>A condition, or a part of one, that no task can satisfy.</summary>
    public const string ImpossibleCondition = "HALO113";

    /// <summary>A rule tests an attribute that no task of the graph has.</summary>
    public const string UnknownAttribute = "HALO114";

    /// <summary>A rule tests for a type that no task of the graph has and no agent lists.</summary>
    public const string UnknownType = "HALO115";

    /// <summary>A rule compares an attribute with a value of a kind that it has in no task, such as <c>"16"</c> for 16.</summary>
    public const string ValueOfOtherKind = "HALO116";

    /// <summary>A rule that matches no task of the graph.</summary>
    public const string UnmatchedRule = "HALO117";

    /// <summary>Two tasks share an id.</summary>
    public const string DuplicateTask = "HALO201";

    /// <summary>A dependency names no task of the graph.</summary>
    public const string UnknownDependency = "HALO202";

    /// <summary>A task depends on itself.</summary>
    public const string SelfLoop = "HALO203";

    /// <summary>Tasks that wait for each other.</summary>
    public const string Cycle = "HALO204";

    /// <summary>A task that is malformed in another way.</summary>
    public const string InvalidTask = "HALO205";

    /// <summary>A task that was asked for is not in the graph.</summary>
    public const string UnknownTask = "HALO206";

    /// <summary>A task type with a task that no rule matches, and that no agent lists.</summary>
    public const string UnroutableType = "HALO207";

    /// <summary>One task names another as its parent or child, and the other does not name it.</summary>
    public const string ContradictoryDependency = "HALO208";

    /// <summary>A dependency that a longer path implies.</summary>
    public const string RedundantDependency = "HALO209";

    /// <summary>The graph falls into parts that have nothing to do with each other.</summary>
    public const string SeparateParts = "HALO210";

    /// <summary>A task is in progress or completed although a dependency has not ended.</summary>
    public const string StatusContradiction = "HALO211";

    /// <summary>A condition on a result tests another attribute than <c>result</c>.</summary>
    public const string UnknownResultName = "HALO212";

    /// <summary>Two agents share a name.</summary>
    public const string DuplicateAgent = "HALO301";

    /// <summary>An agent that is malformed in another way.</summary>
    public const string InvalidAgent = "HALO302";

    /// <summary>A task in progress names an agent that is not registered.</summary>
    public const string UnknownHolder = "HALO303";

    /// <summary>An agent that no rule routes to and that lists no types.</summary>
    public const string UnreachableAgent = "HALO304";

    /// <summary>An agent that no task of the graph can reach.</summary>
    public const string IdleAgent = "HALO305";

    /// <summary>A task has an estimate for an agent that is not registered.</summary>
    public const string UnknownEstimateAgent = "HALO306";

    /// <summary>An agent has more tasks in progress than it runs at one time.</summary>
    public const string OverfullAgent = "HALO307";
}
