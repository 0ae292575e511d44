namespace Halo.Cli;

/// <summary>What each code means, in a few words.</summary>
internal static class FaultTitles
{
    public static string Of(string code) => code switch
    {
        DiagnosticCodes.UnreadableFile => "The file cannot be read.",
        DiagnosticCodes.InvalidJson => "The text is not JSON.",
        DiagnosticCodes.UnknownProperty => "A property is unknown or repeated.",
        DiagnosticCodes.InvalidValue => "A value has a wrong type or is out of its range.",
        DiagnosticCodes.MissingProperty => "A required property is missing.",
        DiagnosticCodes.MoreFaults => "More faults were found than are listed.",
        DiagnosticCodes.TooManyItems => "There are more rules, tasks or agents than allowed.",
        DiagnosticCodes.UnknownFormat => "The text is a task file of no known format.",
        DiagnosticCodes.InvalidSyntax => "The text breaks the syntax of its format.",
        DiagnosticCodes.DuplicateRule => "Two rules share an id.",
        DiagnosticCodes.UnknownAgent => "A rule's target is not a registered agent.",
        DiagnosticCodes.EmptyRange => "No number is inside a range.",
        DiagnosticCodes.InvalidPattern => "A regular expression or glob cannot be used.",
        DiagnosticCodes.InvalidCondition => "A condition is malformed.",
        DiagnosticCodes.UnreachableRule => "A rule can never win.",
        DiagnosticCodes.ShadowedRule => "A rule wins only while another agent is full or unavailable.",
        DiagnosticCodes.CoverageIncomplete => "The search for covered rules stopped at its limit.",
        DiagnosticCodes.UnknownRule => "A change names a rule that does not exist.",
        DiagnosticCodes.RuleTie => "Only their order decides between two rules.",
        DiagnosticCodes.OverlappingRanges => "The ranges of two rules overlap.",
        DiagnosticCodes.LintIncomplete => "The search for ties or overlapping ranges stopped at its limit.",
        DiagnosticCodes.DuplicateTask => "Two tasks share an id.",
        DiagnosticCodes.UnknownDependency => "A dependency names no task.",
        DiagnosticCodes.SelfLoop => "A task depends on itself.",
        DiagnosticCodes.Cycle => "Tasks wait for each other.",
        DiagnosticCodes.InvalidTask => "A task is malformed.",
        DiagnosticCodes.UnknownTask => "A task is not in the graph.",
        DiagnosticCodes.UnroutableType => "No rule matches a task and no agent lists its type.",
        DiagnosticCodes.ContradictoryDependency => "Two tasks contradict each other about their dependency.",
        DiagnosticCodes.DuplicateAgent => "Two agents share a name.",
        DiagnosticCodes.InvalidAgent => "An agent is malformed.",
        DiagnosticCodes.UnknownHolder => "A task in progress names an agent that is not registered.",
        DiagnosticCodes.UnreachableAgent => "An agent can get no task.",
        DiagnosticCodes.IdleAgent => "An agent gets no task of the graph.",
        DiagnosticCodes.MissingHandler => "An agent and the handlers do not fit together.",
        DiagnosticCodes.InvalidJournal => "A journal cannot be resumed from.",
        DiagnosticCodes.TornJournal => "The torn last record of a journal was cut off.",
        DiagnosticCodes.FailedJournal => "A journal could not be written or read.",
        _ => code,
    };
}
