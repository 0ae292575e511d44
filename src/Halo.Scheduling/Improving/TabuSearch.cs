namespace Halo.Scheduling;

/// <summary>
/// Tabu search (Glover 1986) over reinsertions of critical tasks (Mastrolilli, Gambardella 2000): every iteration makes the
/// best move that was not undone lately, also a worse one, and the best schedule seen is kept.
/// </summary>
internal sealed class TabuSearch
{
    private const int WorkPerMove = 40_000; // tasks looked at, so that a move in a large graph takes not much longer

    private readonly ImprovementModel _model;
    private readonly DisjunctiveGraph _graph;
    private readonly ReinsertionNeighborhood _neighborhood;
    private readonly Random _random;
    private readonly long[] _tabuUntil; // by option
    private readonly List<int> _path = [];
    private readonly List<int> _ends = [];
    private long _iteration;

    public TabuSearch(ImprovementModel model, Random random)
    {
        _model = model;
        _random = random;
        _graph = new DisjunctiveGraph(model);
        _neighborhood = new ReinsertionNeighborhood(model, _graph, _random);
        _tabuUntil = new long[model.Options.Length];
        Best = Elite.OfCount(model.Count);
    }

    /// <summary>The best schedule since the search began.</summary>
    public Elite Best { get; }

    /// <summary>Begins at a schedule.</summary>
    public void Begin(Elite start)
    {
        start.Restore(_graph);
        Array.Clear(_tabuUntil);
        Best.Take(_graph);
    }

    /// <summary>Makes one move. O(critical tasks x (tasks + edges)), bounded for large graphs.</summary>
    /// <returns>Whether the schedule is the best so far.</returns>
    public bool Step()
    {
        _iteration++;
        FindCriticalPath();
        var chooser = new Chooser { Search = this, Best = double.PositiveInfinity };
        var most = Math.Max(4, WorkPerMove / _model.Count);
        for (var i = 0; i < _path.Count && i < most; i++)
        {
            if (_path.Count > most)
            {
                var other = _random.Next(i, _path.Count);
                (_path[i], _path[other]) = (_path[other], _path[i]);
            }

            if (!_model.IsHeld[_path[i]]) _neighborhood.Visit(_path[i], ref chooser);
        }

        if (chooser.Count == 0 && chooser.TabuCount == 0) return false;
        var move = chooser.Count > 0 ? chooser.Choice : chooser.TabuChoice;
        var old = _graph.Option[move.Task];
        if (_graph.Move(move.Task, move.Option, move.Machine, move.Previous)) _tabuUntil[old] = _iteration + Tenure(move.Task);
        else _tabuUntil[move.Option] = _iteration + Tenure(move.Task);
        if (_graph.Makespan >= Best.Makespan) return false;
        Best.Take(_graph);
        return true;
    }

    private long Tenure(int task) => _path.Count + _model.OptionStarts[task + 1] - _model.OptionStarts[task] + _random.Next(10);

    // Backwards from a task that ends last, at random where there are several.
    private void FindCriticalPath()
    {
        _path.Clear();
        for (var task = 0; task < _model.Count; task++)
        {
            if (_graph.Head[task] + _graph.Seconds[task] == _graph.Makespan) _ends.Add(task);
        }

        while (_ends.Count > 0)
        {
            var task = _ends[_random.Next(_ends.Count)];
            _path.Add(task);
            _ends.Clear();
            foreach (var before in _model.Before(task)) AddIfCritical(before, task);
            if (_graph.Previous[task] >= 0) AddIfCritical(_graph.Previous[task], task);
        }
    }

    private void AddIfCritical(int before, int task)
    {
        if (_graph.Head[before] + _graph.Seconds[before] == _graph.Head[task]) _ends.Add(before);
    }

    // Every equally good move has the same chance.
    private struct Chooser : IReinsertionVisitor
    {
        public TabuSearch Search;
        public double Best;
        public int Count;
        public int TabuCount;
        public Reinsertion Choice;
        public Reinsertion TabuChoice;

        public void Visit(in Reinsertion move)
        {
            var isTabu = Search._tabuUntil[move.Option] > Search._iteration && move.Length >= Search.Best.Makespan;
            if (!isTabu)
            {
                if (move.Length > Best) return;
                Count = move.Length < Best ? 1 : Count + 1;
                Best = move.Length;
                if (Count == 1 || Search._random.Next(Count) == 0) Choice = move;
            }
            else
            {
                TabuCount++;
                if (TabuCount == 1 || Search._random.Next(TabuCount) == 0) TabuChoice = move;
            }
        }
    }
}
