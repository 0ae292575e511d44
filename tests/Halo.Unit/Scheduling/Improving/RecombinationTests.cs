using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling.Improving;

/// <summary>New schedules from others and by chance: orders that dependencies allow, and places that a replay confirms.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RecombinationTests
{
    private static readonly Agent[] Agents =
        [new Agent("a") { Types = ["x"], MaxConcurrentTasks = 2 }, new Agent("b") { Types = ["x"], Speed = 2 }, new Agent("c") { Types = ["x"], Speed = 4 }];

    [Test]
    public void Create_ByChance_PutsEachTaskWhereItEndsFirst()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var (model, start) = Random(seed);
            var created = new Recombination(model, start, new Random(seed)).Create();
            AssertOrder(model, created, seed);
            var (free, finish) = (new double[model.MachineCount], new double[model.Count]);
            foreach (var task in created.Sequence)
            {
                var ready = model.IsHeld[task] ? 0 : model.Before(task).ToArray().Select(before => finish[before]).DefaultIfEmpty(0).Max();
                var machine = created.MachineOf(task);
                var end = Math.Max(ready, free[machine]) + model.Options[created.OptionOf(task)].Seconds;
                var best = (from option in Enumerable.Range(model.OptionStarts[task], model.OptionStarts[task + 1] - model.OptionStarts[task])
                            let agent = model.Options[option].Agent
                            from one in Enumerable.Range(model.FirstMachine[agent], model.FirstMachine[agent + 1] - model.FirstMachine[agent])
                            select Math.Max(ready, free[one]) + model.Options[option].Seconds).Min();
                if (!model.IsHeld[task]) Assert.That(end, Is.EqualTo(best), $"seed {seed}, task {task}");
                finish[task] = free[machine] = end;
            }
        }
    }

    [Test]
    public void Create_Again_TakesAnotherOrder()
    {
        var (model, start) = Random(4);
        var recombination = new Recombination(model, start, new Random(1));
        Assert.That(Enumerable.Range(0, 10).Select(_ => string.Join(' ', recombination.Create().Sequence.ToArray())).Distinct().Count(), Is.GreaterThan(5));
    }

    [Test]
    public void Cross_TwoSchedules_KeepsWhatTheyHaveInCommon()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var (model, start) = Random(seed);
            var recombination = new Recombination(model, start, new Random(seed));
            var (mother, father) = (recombination.Create(), recombination.Create());
            var child = recombination.Cross(mother, father);
            AssertOrder(model, child, seed);
            var (place, motherPlace, fatherPlace) = (PlacesOf(child), PlacesOf(mother), PlacesOf(father));
            for (var a = 0; a < model.Count; a++)
            {
                var own = (child.OptionOf(a), child.MachineOf(a));
                Assert.That(own == (mother.OptionOf(a), mother.MachineOf(a)) || own == (father.OptionOf(a), father.MachineOf(a)), Is.True, $"seed {seed}, task {a}");
                for (var b = 0; b < model.Count; b++)
                {
                    if (motherPlace[a] < motherPlace[b] && fatherPlace[a] < fatherPlace[b]) Assert.That(place[a], Is.LessThan(place[b]), $"seed {seed}, tasks {a} and {b}");
                }
            }
        }
    }

    [Test]
    public void Cross_TwoSchedules_TakesOrderAndPlacesFromBoth()
    {
        var (model, start) = Random(4);
        var recombination = new Recombination(model, start, new Random(1));
        var (mother, father) = (recombination.Create(), recombination.Create());
        Elite[] children = [.. Enumerable.Range(0, 20).Select(_ => recombination.Cross(mother, father))];
        Assert.That(children.Select(child => string.Join(' ', child.Sequence.ToArray())).Distinct().Count(), Is.GreaterThan(5));
        Assert.That(children.Select(child => string.Join(' ', Enumerable.Range(0, model.Count).Select(child.MachineOf))).Distinct().Count(), Is.GreaterThan(5));
    }

    private static void AssertOrder(ImprovementModel model, Elite elite, int seed)
    {
        var place = PlacesOf(elite);
        Assert.That(elite.Sequence.ToArray().Order(), Is.EqualTo(Enumerable.Range(0, model.Count)), $"seed {seed}");
        for (var task = 0; task < model.Count; task++)
        {
            foreach (var before in model.Before(task)) Assert.That(place[before], Is.LessThan(place[task]), $"seed {seed}");
            if (model.IsHeld[task]) Assert.That(place[task], Is.LessThan(model.IsHeld.Count(held => held)), $"seed {seed}");
        }
    }

    private static int[] PlacesOf(Elite elite)
    {
        var places = new int[elite.Sequence.Length];
        for (var place = 0; place < places.Length; place++) places[elite.Sequence[place]] = place;
        return places;
    }

    private static (ImprovementModel Model, Elite Start) Random(int seed)
    {
        var random = new Random(seed);
        var tasks = Enumerable.Range(0, 14).Select(i => Task($"t{i}", random.Next(1, 9), [.. Enumerable.Range(0, i).Where(_ => random.Next(8) == 0).Select(j => $"t{j}")])).ToArray();
        foreach (var i in new[] { 3, 9 }) tasks[i] = tasks[i] with { Status = TaskNodeStatus.InProgress, Agent = "ab"[random.Next(2)].ToString() };
        var schedule = Models.Schedule(tasks, Agents);
        var model = new ImprovementModel(schedule);
        return (model, ImprovementPlaces.From(schedule, model));
    }
}
