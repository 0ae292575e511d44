namespace Halo.Scheduling;

/// <summary>
/// The load of the busiest agent when all work is shared out as well as fractions of tasks allow. Any weights of the
/// agents that add up to one, counted once for each slot, bound it from below (linear programming duality): each task
/// weighs at least as much as on its lightest option. Weights are moved towards the loaded agents.
/// </summary>
internal sealed class LoadBound(SchedulingProblem problem, Placements placements, double[] heads, double[] tails)
{
    private const int Rounds = 200;

    /// <summary>O(rounds x options).</summary>
    public double Value()
    {
        var agents = problem.Slots.Length;
        var weights = new double[agents];
        var loads = new double[agents];
        for (var agent = 0; agent < agents; agent++) weights[agent] = problem.Slots[agent] > 0 ? 1 : 0;
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            Normalize(weights);
            best = Math.Max(best, WeightOfAll(weights, loads));
            var step = 0.5 / Math.Sqrt(round + 1);
            var most = 0.0;
            for (var agent = 0; agent < agents; agent++)
            {
                if (problem.Slots[agent] > 0) most = Math.Max(most, loads[agent] /= problem.Slots[agent]);
            }

            if (most == 0) break;
            for (var agent = 0; agent < agents; agent++) weights[agent] *= Math.Exp(step * ((loads[agent] / most) - 1));
        }

        return best + LeastOf(heads) + LeastOf(tails);
    }

    private void Normalize(double[] weights)
    {
        var sum = 0.0;
        for (var agent = 0; agent < weights.Length; agent++) sum += weights[agent] * problem.Slots[agent];
        for (var agent = 0; agent < weights.Length && sum > 0; agent++) weights[agent] /= sum;
    }

    private double WeightOfAll(double[] weights, double[] loads)
    {
        Array.Clear(loads);
        var sum = 0.0;
        for (var task = 0; task < problem.Count; task++)
        {
            if (!placements.IsPlaced(task)) continue;
            var (lightest, least) = (-1, double.PositiveInfinity);
            for (var option = problem.OptionStarts[task]; option < problem.OptionStarts[task + 1]; option++)
            {
                var weight = weights[problem.OptionAgents[option]] * problem.OptionSeconds[option];
                if (weight < least) (lightest, least) = (option, weight);
            }

            sum += least;
            loads[problem.OptionAgents[lightest]] += problem.OptionSeconds[lightest];
        }

        return sum;
    }

    private double LeastOf(double[] figures)
    {
        var least = double.PositiveInfinity;
        for (var task = 0; task < problem.Count; task++)
        {
            if (placements.IsPlaced(task)) least = Math.Min(least, figures[task]);
        }

        return double.IsInfinity(least) ? 0 : least;
    }
}
