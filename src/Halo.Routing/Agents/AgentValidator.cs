using System.Globalization;

namespace Halo.Routing;

/// <summary>Checks agents before they become a registry. It reports every fault, not the first.</summary>
public static class AgentValidator
{
    /// <summary>Reports every fault of some agents: names, figures, and what is given twice.</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="locations">Where each agent is; null where they come from code.</param>
    /// <param name="faults">Where faults are reported.</param>
    public static void Validate(IReadOnlyList<Agent> agents, IReadOnlyList<SourceLocation>? locations, DiagnosticBag faults)
    {
        var firstByName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < agents.Count; i++)
        {
            var location = locations is null ? default : locations[i];
            if (agents[i] is not { } agent || string.IsNullOrEmpty(agent.Name))
            {
                faults.Error(DiagnosticCodes.InvalidAgent, string.Create(CultureInfo.InvariantCulture, $"The agent at position {i + 1} has no name."), "Give every agent a name of its own.", location);
                continue;
            }

            if (!firstByName.TryAdd(agent.Name, i))
            {
                var first = firstByName[agent.Name];
                var where = locations is not null && locations[first].Line is > 0 and var line
                    ? string.Create(CultureInfo.InvariantCulture, $"on line {line}")
                    : string.Create(CultureInfo.InvariantCulture, $"at position {first + 1}");
                faults.Error(DiagnosticCodes.DuplicateAgent, $"Agent '{agent.Name}' has the same name as the agent {where}.", "Give one of them another name.", location);
            }

            Check(agent, location, faults);
        }
    }

    private static void Check(Agent agent, SourceLocation location, DiagnosticBag faults)
    {
        if (agent.MaxConcurrentTasks < 1) Fault("maxConcurrentTasks", agent.MaxConcurrentTasks, "at least 1");
        if (!(agent.SuccessRate is >= 0 and <= 1)) Fault("successRate", agent.SuccessRate, "from 0 to 1");
        if (!(agent.Cost is >= 0 and <= Agent.MaxCost)) Fault("cost", agent.Cost, "from 0 to 1000000000000");
        if (!(agent.Speed is >= Agent.MinSpeed and <= Agent.MaxSpeed)) Fault("speed", agent.Speed, "from 0.001 to 1000000");
        var settings = new OptionFaults();
        settings.Inside(agent.Execution?.Faults(), nameof(agent.Execution));
        settings.Inside(agent.CircuitBreaker?.Faults(), nameof(agent.CircuitBreaker));
        foreach (var wrong in settings.Found) faults.Error(DiagnosticCodes.InvalidAgent, $"Agent '{ShownName()}': {wrong}.", "", location);

        CheckTexts(agent.Types, "types");
        CheckTexts(agent.Skills, "skills");
        if (TextRules.OfName(agent.Name) is { } wrongName) faults.Error(DiagnosticCodes.InvalidAgent, $"An agent's name {wrongName.Message}.", wrongName.Help, location);

        string ShownName() => ShortenedText.OfName(agent.Name);

        void Fault(string property, double value, string allowed) =>
            faults.Error(DiagnosticCodes.InvalidAgent, string.Create(CultureInfo.InvariantCulture, $"Agent '{ShownName()}': '{property}' is {value}."), $"It must be {allowed}.", location);

        void CheckTexts(IReadOnlyList<string>? texts, string property)
        {
            if (texts is null || texts.Any(string.IsNullOrEmpty))
            {
                faults.Error(DiagnosticCodes.InvalidAgent, $"Agent '{ShownName()}': '{property}' is missing or holds an empty text.", "List texts that are not empty.", location);
            }

            foreach (var text in texts ?? [])
            {
                if (!string.IsNullOrEmpty(text) && TextRules.OfName(text) is { } wrong)
                {
                    faults.Error(DiagnosticCodes.InvalidAgent, $"Agent '{ShownName()}': a text of '{property}' {wrong.Message}.", wrong.Help, location);
                }
            }
        }
    }
}
