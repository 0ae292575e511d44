using Halo.Formats;

namespace Halo.Unit.Formats;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class MatrixSizeTests
{
    [TestCase("{os: [a, b], rust: [x, y, z]}", 6)]
    [TestCase("{os: [a, b]}", 2)]
    [TestCase("{include: [{os: a}, {os: b}, {os: a}]}", 3)]
    [TestCase("{os: [a, b], rust: [x, y], exclude: [{os: a, rust: x}]}", 3)]
    [TestCase("{os: [a, b], rust: [x, y], exclude: [{os: a}]}", 2)]
    [TestCase("{os: [a, b], include: [{os: a, extra: 1}]}", 2)]
    [TestCase("{os: [a, b], include: [{os: c}]}", 3)]
    [TestCase("{os: [a, b], include: [{extra: 1}]}", 2)]
    [TestCase("{os: [a, b], exclude: [{os: a}], include: [{os: a}]}", 2)]
    [TestCase("{t: [{n: x}, {n: y}], exclude: [{t: {n: x}}]}", 1)]
    [TestCase("{n: [1, '1'], exclude: [{n: 1}]}", 0)]
    [TestCase("{os: [{name: U, id: u}, {name: W, id: w}], arch: [arm, intel], exclude: [{os: {id: w}, arch: arm}]}", 3, Description = "part of a map")]
    [TestCase("{os: [{name: U, id: u}, {name: W, id: w}], exclude: [{os: {name: U, id: w}}]}", 2)]
    [TestCase("{os: [{v: [1, 2]}, {v: [3, 4]}], exclude: [{os: {v: [1]}}]}", 1, Description = "part of a list")]
    [TestCase("{os: [{v: [1, 2]}, {v: [3, 4]}], exclude: [{os: {v: {1: 4}}}]}", 1, Description = "a list by number")]
    [TestCase("{os: [{id: u}, x], exclude: [{os: {}}]}", 0, Description = "nothing is asked")]
    [TestCase("{os: [{id: u}, x], exclude: [{os: {id: null}}]}", 1, Description = "what is not there is null")]
    [TestCase("{os: [{id: u}, x], exclude: [{os: {id: 0}}]}", 1, Description = "and null is zero")]
    [TestCase("{os: [{id: u}, x], exclude: [{os: {id: ''}}]}", 1, Description = "and so is an empty text")]
    [TestCase("{node: [14, 16], exclude: [{node: '14'}]}", 1, Description = "numbers and text")]
    [TestCase("{node: ['14', 16], exclude: [{node: 14.0}]}", 1)]
    [TestCase("{node: [' 14 ', 0x10, 0o20, 1.6e1], exclude: [{node: 14}, {node: '16'}]}", 0)]
    [TestCase("{f: [true, false, yes], exclude: [{f: 1}, {f: '0'}, {f: 'true'}]}", 1, Description = "true is 1, but not a text")]
    [TestCase("{os: [Ubuntu, windows], exclude: [{os: UBUNTU}]}", 1, Description = "text without case")]
    [TestCase("{OS: [{Id: u}, {Id: w}], exclude: [{os: {iD: U}}]}", 1, Description = "keys without case")]
    [TestCase("{v: ['3.10', '3.9'], include: [{v: 3.10, a: 1}]}", 2, Description = "3.10 is 3.1, as '3.10' is")]
    [TestCase("{v: ['3.10', '3.1'], exclude: [{v: 3.10}]}", 0)]
    [TestCase("{v: ['3.10', '3.1'], exclude: [{v: '3.10'}]}", 1)]
    [TestCase("{v: [!!str 3.10, 3.10], exclude: [{v: '3.1'}]}", 1, Description = "a tag makes a text")]
    [TestCase("{v: [1.0000000000000002, 1], exclude: [{v: 1.0000000000000002}]}", 1, Description = "a literal keeps 15 digits: it is the 1")]
    [TestCase("{v: [.inf, -.inf, .nan], exclude: [{v: Infinity}, {v: .nan}]}", 2)]
    [TestCase("{v: [{a: 1}, [1], 1], exclude: [{v: 1}]}", 2, Description = "maps and lists equal no scalar")]
    [TestCase("{v: [null, ~, 0, a], exclude: [{v: }]}", 1)]
    [TestCase("{os: ['${{ a }}', b], arch: [x, y], exclude: [{arch: x}]}", 2, Description = "the expression takes no part")]
    [TestCase("{os: [a, b], include: [{extra: '${{ a }}'}]}", 2)]
    [TestCase("{os: [{id: '${{ a }}', n: 1}, {id: b, n: 2}], exclude: [{os: {n: 1}}]}", 1)]
    [TestCase("{os: [{id: '${{ a }}', n: 1}, {id: b, n: 2}], exclude: [{os: {id: b}}]}", null)]
    [TestCase("{'${{ a }}': [a], os: [b], exclude: [{c: d}]}", null)]
    [TestCase("{os: [a, b], exclude: ['${{ a }}']}", null)]
    [TestCase("{fruit: [apple, pear], animal: [cat, dog], include: [{color: green}, {color: pink, animal: cat}, {fruit: apple, shape: circle}, {fruit: banana}, {fruit: banana, animal: cat}]}", 6)]
    [TestCase("{os: ['${{ a }}', '${{ b }}']}", 2)]
    [TestCase("{os: ['${{ a }}', b], exclude: [{os: b}]}", null)]
    [TestCase("{os: [a], include: ['${{ a }}']}", null)]
    [TestCase("{os: [a], include: '${{ fromJSON(x) }}'}", null)]
    [TestCase("{os: '${{ fromJSON(x) }}'}", null)]
    [TestCase("'${{ fromJSON(x) }}'", null)]
    public void Of_Matrix_CountsItsJobs(string matrix, int? size) => Assert.That(SizeOf(matrix), Is.EqualTo((size, "")));

    [TestCase("5", "1: its matrix must be a map or an expression")]
    [TestCase("{os: 5}", "1: 'os' of its matrix must be a list or an expression")]
    [TestCase("{os: []}", "1: 'os' of its matrix has no values")]
    [TestCase("{include: [5]}", "1: an entry of 'include' of its matrix must be a map")]
    [TestCase("{include: {os: a}}", "1: 'include' of its matrix must be a list of maps, or an expression")]
    [TestCase("{os: [a], exclude: }", "1: 'exclude' of its matrix must be a list of maps, or an expression")]
    [TestCase("{}", "1: its matrix has neither an axis nor an entry of 'include'")]
    [TestCase("{include: []}", "1: its matrix has neither an axis nor an entry of 'include'")]
    [TestCase("{os: [a], exclude: [{}]}", "1: an entry of 'exclude' of its matrix is empty")]
    [TestCase("{os: [a], include: [{}]}", "1: an entry of 'include' of its matrix is empty")]
    [TestCase("{os: ['${{ a }}'], exclude: [{sys: b}]}", "1: 'sys' in 'exclude' of its matrix is not one of its axes")]
    [TestCase("{include: [{os: a}], exclude: [{os: a}]}", "1: 'os' in 'exclude' of its matrix is not one of its axes")]
    [TestCase("{os: [],\n exclude: [{OS: a,\n arhc: b},\n {}]}", "1: 'os' of its matrix has no values; 4: an entry of 'exclude' of its matrix is empty; 2: 'arhc' in 'exclude' of its matrix is not one of its axes")]
    public void Of_FaultyMatrix_NamesEveryFaultWithItsLine(string matrix, string faults) => Assert.That(SizeOf(matrix), Is.EqualTo(((int?)null, faults)));

    [Test]
    public void Of_UnknownKeyInExclude_SuggestsTheAxis()
    {
        var faults = new List<MatrixFault>();
        MatrixSize.Of(Node("{arch: [a], exclude: [{arh: b}]}"), faults);
        Assert.That(faults[0].Help, Is.EqualTo("Did you mean 'arch'?"));
    }

    [TestCase(257, 1, false)]
    [TestCase(256, 1, true)]
    [TestCase(300, 300, false)]
    public void Of_MoreJobsThanAreRun_IsAProblem(int first, int second, bool isFine)
    {
        var matrix = $"{{a: [{string.Join(',', Enumerable.Range(0, first))}], b: [{string.Join(',', Enumerable.Range(0, second))}]}}";
        Assert.That(SizeOf(matrix).Faults.Length == 0, Is.EqualTo(isFine));
    }

    [Test]
    public void Of_ExpensiveComparisons_StopAtALimit()
    {
        var entries = string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"{{a: {i}, b: x}}"));
        var matrix = $"{{a: [{string.Join(',', Enumerable.Range(0, 60_000))}], b: [y], exclude: [{entries}]}}";
        Assert.That(SizeOf(matrix).Faults, Does.Contain("too many to count"));
    }

    [Test]
    public void Of_RandomMatrices_CountAsTheOracleDoes()
    {
        const int Seed = 20_261;
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var counted = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var matrix = MatrixOracle.Random(random);
            var expected = MatrixOracle.Count(matrix);
            var text = MatrixOracle.ToYaml(matrix);
            Assert.That(SizeOf(text), Is.EqualTo(((int?)expected, "")), text);
            if (expected != MatrixOracle.Product(matrix)) counted++;
        }

        Assert.That(counted, Is.GreaterThan(1_000), "most entries must matter");
    }

    private static (int? Size, string Faults) SizeOf(string matrix)
    {
        var faults = new List<MatrixFault>();
        var size = MatrixSize.Of(Node(matrix), faults);
        return (size, string.Join("; ", faults.Select(fault => $"{fault.Place.Line}: {fault.Message}")));
    }

    private static DataNode Node(string yaml)
    {
        var draft = new TaskFileDraft("x", "f", TaskFileLimits.Default);
        var node = YamlDocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(yaml), draft);
        Assert.That(draft.Faults.ToList(), Is.Empty);
        return node!;
    }
}
