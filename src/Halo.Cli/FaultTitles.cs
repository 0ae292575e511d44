using Halo.Rules;

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
        DiagnosticCodes.LookAlikeNames => "Two names look the same.",
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
        DiagnosticCodes.LintIncomplete => "A search stopped at its limit.",
        DiagnosticCodes.ImpossibleCondition => "A condition can never hold.",
        DiagnosticCodes.UnknownAttribute => "A rule tests an attribute that no task has.",
        DiagnosticCodes.UnknownType => "A rule tests for a type that no task has and no agent lists.",
        DiagnosticCodes.ValueOfOtherKind => "A rule compares an attribute with a value of another kind.",
        DiagnosticCodes.UnmatchedRule => "A rule matches no task of the graph.",
        DiagnosticCodes.DuplicateTask => "Two tasks share an id.",
        DiagnosticCodes.UnknownDependency => "A dependency names no task.",
        DiagnosticCodes.SelfLoop => "A task depends on itself.",
        DiagnosticCodes.Cycle => "Tasks wait for each other.",
        DiagnosticCodes.InvalidTask => "A task is malformed.",
        DiagnosticCodes.UnknownTask => "A task is not in the graph.",
        DiagnosticCodes.UnroutableType => "No rule matches a task and no agent lists its type.",
        DiagnosticCodes.ContradictoryDependency => "Two tasks contradict each other about their dependency.",
        DiagnosticCodes.StatusContradiction => "A task has begun although a dependency has not ended.",
        DiagnosticCodes.UnknownResultName => "A condition on a result tests another attribute.",
        DiagnosticCodes.DuplicateAgent => "Two agents share a name.",
        DiagnosticCodes.InvalidAgent => "An agent is malformed.",
        DiagnosticCodes.UnknownHolder => "A task in progress names an agent that is not registered.",
        DiagnosticCodes.UnreachableAgent => "An agent can get no task.",
        DiagnosticCodes.IdleAgent => "An agent gets no task of the graph.",
        DiagnosticCodes.UnknownEstimateAgent => "An estimate is for an agent that is not registered.",
        DiagnosticCodes.OverfullAgent => "An agent has more tasks in progress than it runs at one time.",
        DiagnosticCodes.MissingHandler => "An agent and the handlers do not fit together.",
        DiagnosticCodes.InvalidJournal => "A journal cannot be resumed from.",
        _ => code,
    };
}
