namespace Halo.Scheduling;

/// <summary>Tasks that could start, the most urgent first: by figure, largest first, then by position in topological order.</summary>
internal sealed class ReadyTasks
{
    private readonly PriorityQueue<int, Urgency> _queue = new();

    public int Count => _queue.Count;

    public void Add(int task, double figure, int position) => _queue.Enqueue(task, new Urgency(figure, position));

    public int Take() => _queue.Dequeue();

    private readonly record struct Urgency(double Figure, int Position) : IComparable<Urgency>
    {
        public int CompareTo(Urgency other) =>
            Figure > other.Figure ? -1 : Figure < other.Figure ? 1 : Position.CompareTo(other.Position);
    }
}
