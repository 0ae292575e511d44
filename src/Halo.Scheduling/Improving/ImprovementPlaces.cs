namespace Halo.Scheduling;

/// <summary>Schedules as places of an improvement, and back.</summary>
internal static class ImprovementPlaces
{
    /// <summary>The schedule as it stands.</summary>
    public static Elite From(Schedule schedule, ImprovementModel model)
    {
        var (option, machine, number) = (new int[model.Count], new int[model.Count], new int[schedule.Graph.Count]);
        for (var i = 0; i < model.Count; i++)
        {
            var task = model.Tasks[i];
            number[task] = i;
            machine[i] = model.FirstMachine[schedule.AgentOf(task)] + schedule.Placements.Slot[task];
            option[i] = model.OptionStarts[i];
            while (model.Options[option[i]].Number != schedule.Placements.Option[task]) option[i]++;
        }

        return new Elite([.. schedule.Sequences.ByStart.Select(task => number[task])], option, machine, schedule.MakespanSeconds);
    }

    /// <summary>A schedule with the places of an elite, every task as early as they allow.</summary>
    public static Schedule ToSchedule(Schedule schedule, ImprovementModel model, Elite elite)
    {
        var graph = new DisjunctiveGraph(model);
        elite.Restore(graph);
        var placements = new Placements(schedule.Graph.Count);
        foreach (var i in graph.Order)
        {
            var option = model.Options[graph.Option[i]];
            placements.Place(model.Tasks[i], option.Number, graph.Machine[i] - model.FirstMachine[option.Agent], graph.Head[i]);
        }

        return schedule.With(placements);
    }
}
