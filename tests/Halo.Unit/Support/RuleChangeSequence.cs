namespace Halo.Unit;

/// <summary>A random row of additions, replacements and removals on an index, beside a plain list that takes the same changes.</summary>
internal sealed class RuleChangeSequence
{
    private const int Steps = 60;
    private const int TasksPerCheck = 8;

    private static readonly string[] Agents = ["p", "q", "r"];

    private readonly Random _random;
    private readonly List<RoutingRule> _live;
    private readonly List<(RuleIndex Index, RoutingRule[] Live)> _remembered = [];
    private RuleIndex _index;
    private int _steps;
    private int _nextId;

    public RuleChangeSequence(int seed)
    {
        _random = new Random(seed);
        _live = [.. Enumerable.Range(0, _random.Next(0, 40)).Select(_ => NewRule(NewId()))];
        _index = new RuleIndex(RuleSet.Create(_live));
    }

    /// <summary>Makes the next change; false at the end.</summary>
    public bool Step()
    {
        // Long runs of one kind of change, so that indexes grow, shrink to nothing and are built anew.
        var kind = (_random.Next(4) == 0 ? _random.Next(3) : _steps / 20) % 3;
        if (kind == 0 || _live.Count == 0)
        {
            _live.Add(NewRule(NewId()));
            _index = _index.Add(_live[^1]);
        }
        else if (kind == 1)
        {
            var at = _random.Next(_live.Count);
            _live[at] = NewRule(_live[at].Id);
            _index = _index.Replace(_live[at]);
        }
        else
        {
            var at = _random.Next(_live.Count);
            _index = _index.Remove(_live[at].Id);
            _live.RemoveAt(at);
        }

        return ++_steps <= Steps;
    }

    public void CheckAnswers() => CheckAnswers(_index, _live);

    public void CheckRules()
    {
        Assert.That(_index.Rules, Is.EqualTo(_live));
        Assert.That(_index, Has.Count.EqualTo(_live.Count));
    }

    public void Remember() => _remembered.Add((_index, [.. _live]));

    public void CheckRemembered()
    {
        foreach (var (index, live) in _remembered)
        {
            CheckAnswers(index, live);
            Assert.That(index.Rules, Is.EqualTo(live));
        }
    }

    private void CheckAnswers(RuleIndex index, IReadOnlyList<RoutingRule> live)
    {
        var oracle = new LinearMatcher(RuleSet.Create(live));
        for (var i = 0; i < TasksPerCheck; i++)
        {
            var task = RandomRouting.RandomAttributes(_random);
            oracle.TryMatch(task, out var expected);
            index.TryMatch(task, out var found);
            if (found != expected) Assert.That(found, Is.EqualTo(expected));
            if (!index.AllMatches(task).SequenceEqual(oracle.AllMatches(task))) Assert.That(index.AllMatches(task), Is.EqualTo(oracle.AllMatches(task)));
        }
    }

    private string NewId() => _random.Next(3) == 0 && _nextId > 0 && FreeId() is { } free ? free : $"rule{_nextId++}";

    // Ids come again after their rule was removed.
    private string? FreeId()
    {
        var id = $"rule{_random.Next(_nextId)}";
        return _live is not null && _live.All(rule => rule.Id != id) ? id : null;
    }

    private RoutingRule NewRule(string id) => new(id, RandomRouting.RandomCondition(_random), Agents[_random.Next(3)], _random.Next(-1, 2));
}
