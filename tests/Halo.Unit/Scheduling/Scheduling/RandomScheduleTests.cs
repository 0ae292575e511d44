using FsCheck.Fluent;

namespace Halo.Unit.Scheduling;

/// <summary>Schedules of thousands of random problems, looked at by an independent checker.</summary>
[TestFixture, Category("Unit")]
public sealed class RandomScheduleTests
{
    private const int Problems = 2_000;

    [Test]
    public void Schedule_RandomProblem_IsValid([Values] AgentSelection selection, [Values] CapacityMode capacity) =>
        ForRandomProblems(capacity, selection, Problems, problem => ScheduleChecker.FaultOf(problem, problem.Schedule()));

    [Test]
    public void Schedule_PlansAgents_LeavesNoSlotIdleWhileATaskCouldStart() =>
        ForRandomProblems(CapacityMode.Concurrent, AgentSelection.FirstRule, Problems, problem => IdleFault(problem, problem.Schedule()));

    [Test]
    public void Schedule_SameProblem_GivesTheSameSchedule([Values] AgentSelection selection) =>
        ForRandomProblems(CapacityMode.Concurrent, selection, 200, problem => problem.Schedule().Tasks.SequenceEqual(problem.Schedule().Tasks) ? null : "they differ");

    [Test]
    public void Improve_RandomProblem_IsValidAndNeverLonger([Values] AgentSelection selection, [Values] CapacityMode capacity) =>
        ForRandomProblems(capacity, selection, 300, problem =>
        {
            var schedule = problem.Schedule();
            var improved = schedule.Improve(new ImproveOptions { TimeBudget = null, Iterations = 150, Searches = 1 });
            return improved.Makespan > schedule.Makespan ? $"{improved.Makespan} after {schedule.Makespan}" : ScheduleChecker.FaultOf(problem, improved);
        });

    [Test]
    public void Explain_RandomProblem_NamesTheAgentAmongItsCandidates([Values(AgentSelection.EarliestFinish, AgentSelection.Cheapest, AgentSelection.Balanced)] AgentSelection selection) =>
        ForRandomProblems(CapacityMode.Concurrent, selection, 200, problem =>
        {
            var schedule = problem.Schedule();
            return schedule.Tasks.Select(task => (task, schedule.Explain(task.Task)))
                .Where(pair => pair.Item2.Candidates.Count(candidate => candidate.Agent == pair.task.Agent && candidate.Finish == pair.task.Finish) != 1)
                .Select(pair => $"{pair.task} is explained by {string.Join(", ", pair.Item2.Candidates)}")
                .FirstOrDefault();
        });

    private static string? IdleFault(RandomSchedule problem, Schedule schedule)
    {
        var tasks = problem.Routing.Tasks.ToDictionary(task => task.Id);
        foreach (var task in schedule.Tasks)
        {
            var isHeld = schedule.Plan[task.Task].Reason == DecisionReason.InProgress;
            var ready = isHeld ? TimeSpan.Zero : tasks[task.Task].DependsOn.Where(id => tasks[id].Status != TaskNodeStatus.Completed).Select(id => schedule[id].Finish).DefaultIfEmpty().Max();
            var agent = problem.Routing.Agents.Single(one => one.Name == task.Agent);
            var own = schedule.Tasks.Where(other => other.Agent == task.Agent).ToList();
            var instants = own.Select(other => other.Finish).Append(ready).Where(instant => instant >= ready && instant < task.Start);
            foreach (var instant in instants)
            {
                if (own.Count(other => other.Start <= instant && instant < other.Finish) < agent.MaxConcurrentTasks) return $"{task.Task} could start at {instant}";
            }
        }

        return null;
    }

    private static void ForRandomProblems(CapacityMode capacity, AgentSelection selection, int problems, Func<RandomSchedule, string?> fault) =>
        Check.ForAll(Gen.Choose(0, int.MaxValue), problems, seed => fault(RandomSchedule.FromSeed(seed, capacity, selection)) is { } said ? $"problem {seed}: {said}" : null);
}
