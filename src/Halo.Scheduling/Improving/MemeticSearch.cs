namespace Halo.Scheduling;

/// <summary>
/// Tabu search from many starts, which are bred (Moscato 1989): a few good schedules are kept, two of them give a child,
/// tabu search improves it, and it takes the place of the one it is most alike or of the worst. When nothing has come of
/// it for long, all but the best begin anew. The same seed gives the same schedules, iteration by iteration.
/// </summary>
internal sealed class MemeticSearch
{
    private const int Population = 10;
    private const int Patience = 500;   // moves without a better schedule
    private const int Generations = 60; // children without a better schedule

    private readonly Random _random;
    private readonly Recombination _recombination;
    private readonly TabuSearch _search;
    private readonly ElitePool _pool = new(Population);
    private long _iteration;
    private long _lastImprovement;
    private int _fruitless;

    public MemeticSearch(ImprovementModel model, Elite start, int seed)
    {
        _random = new Random(seed);
        _recombination = new Recombination(model, start, _random);
        _search = new TabuSearch(model, _random);
        Best = start.Copy();
        _search.Begin(start);
    }

    /// <summary>The best schedule so far.</summary>
    public Elite Best { get; private set; }

    /// <summary>The number of moves after which <see cref="Best"/> was found.</summary>
    public long FoundAfter { get; private set; }

    /// <summary>Makes one move.</summary>
    public void Step()
    {
        _iteration++;
        if (_search.Step()) _lastImprovement = _iteration;
        if (_search.Best.Makespan < Best.Makespan)
        {
            Best = _search.Best.Copy();
            FoundAfter = _iteration;
            _fruitless = 0;
        }
        else if (_iteration - _lastImprovement > Patience)
        {
            BeginNext();
        }
    }

    private void BeginNext()
    {
        _lastImprovement = _iteration;
        _pool.Offer(_search.Best.Copy());
        if (++_fruitless > Generations)
        {
            _fruitless = 0;
            _pool.Clear();
            _pool.Offer(Best);
        }

        _search.Begin(_pool.IsFull ? Child() : _recombination.Create());
    }

    private Elite Child()
    {
        var mother = _random.Next(Population);
        var father = (mother + 1 + _random.Next(Population - 1)) % Population;
        return _recombination.Cross(_pool[mother], _pool[father]);
    }
}
