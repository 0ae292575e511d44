namespace Halo.MutationRunner;

/// <summary>What the tests reach.</summary>
/// <param name="Tests">The tests, quickest first.</param>
/// <param name="Once">Mutants in static initializers, which run once in a process, for whichever test comes first.</param>
/// <param name="Between">Mutants reached while no test ran: by sources of test cases, by setups, by the fields of fixtures.</param>
/// <param name="Broken">How many tests NUnit could not make sense of.</param>
internal sealed record Reach(IReadOnlyList<TestFigures> Tests, IReadOnlyList<int> Once, IReadOnlyList<int> Between, int Broken)
{
    /// <summary>The mutants that tests in a process that has run others before may miss, those that are likeliest missed first.</summary>
    public IEnumerable<int> Apart => Once.Concat(Between.Except(Tests.SelectMany(test => test.Mutants))).Concat(Between).Distinct();
}

/// <summary>What one test reaches.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Milliseconds">How long it takes.</param>
/// <param name="Mutants">The mutants it reaches.</param>
internal sealed record TestFigures(string Name, double Milliseconds, IReadOnlyList<int> Mutants);
