namespace Halo.Unit.Parallelism;

/// <summary>
/// Workers and batches event by event, independent of the model: one lock for source and hand-over, processors that the
/// calculating items share equally, and waits that nobody shares. Times in seconds.
/// </summary>
internal sealed class WorkSimulation(IReadOnlyList<(double Cpu, double Wait)> items, int batchSize, double source, double handOver, Func<int, double> capacity)
{
    private enum Phase { Starting, Queueing, Locked, Calculating, Waiting, Done }

    /// <summary>The time until the last worker is done.</summary>
    public double Run(int workers, double spawn)
    {
        var crew = Enumerable.Range(0, workers).Select(place => new Worker { Left = place * spawn }).ToList();
        var (now, next, queue) = (0.0, 0, new Queue<Worker>());
        Worker? holder = null;
        while (true)
        {
            foreach (var worker in crew.Where(worker => worker.Phase is not (Phase.Queueing or Phase.Done) && worker.Left <= 1e-12)) Advance(worker);
            if (holder is null && queue.TryDequeue(out holder)) Lock(holder);
            if (crew.Any(worker => worker.Phase is not (Phase.Queueing or Phase.Done) && worker.Left <= 1e-12)) continue;
            var busy = crew.Count(worker => worker.Phase == Phase.Calculating);
            var pace = busy == 0 ? 1 : capacity(busy) / busy;
            var active = crew.Where(worker => worker.Phase is not (Phase.Queueing or Phase.Done)).ToList();
            if (active.Count == 0) return now;
            var step = active.Min(worker => worker.Left / Pace(worker));
            now += step;
            foreach (var worker in active) worker.Left = Math.Max(0, worker.Left - (step * Pace(worker)));

            double Pace(Worker worker) => worker.Phase == Phase.Calculating ? pace : 1;
        }

        void Lock(Worker worker)
        {
            var size = Math.Min(batchSize, items.Count - next);
            (worker.Item, worker.End, worker.Phase, worker.Left) = (next, next + size, Phase.Locked, size == 0 ? 0 : handOver + (size * source));
            next += size;
        }

        void Advance(Worker worker)
        {
            switch (worker.Phase)
            {
                case Phase.Locked when holder == worker:
                    holder = null;
                    (worker.Phase, worker.Left) = worker.Item == worker.End ? (Phase.Done, 0) : (Phase.Calculating, items[worker.Item].Cpu);
                    break;
                case Phase.Calculating:
                    (worker.Phase, worker.Left) = (Phase.Waiting, items[worker.Item].Wait);
                    break;
                case Phase.Waiting when ++worker.Item < worker.End:
                    (worker.Phase, worker.Left) = (Phase.Calculating, items[worker.Item].Cpu);
                    break;
                default:
                    worker.Phase = Phase.Queueing;
                    queue.Enqueue(worker);
                    break;
            }
        }
    }

    private sealed class Worker
    {
        public Phase Phase { get; set; }

        public double Left { get; set; }

        public int Item { get; set; }

        public int End { get; set; }
    }
}
