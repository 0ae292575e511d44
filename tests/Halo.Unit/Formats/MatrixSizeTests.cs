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
    [TestCase("{n: [1, '1'], exclude: [{n: 1}]}", 1)]
    [TestCase("{fruit: [apple, pear], animal: [cat, dog], include: [{color: green}, {color: pink, animal: cat}, {fruit: apple, shape: circle}, {fruit: banana}, {fruit: banana, animal: cat}]}", 6)]
    [TestCase("{os: ['${{ a }}', '${{ b }}']}", 2)]
    [TestCase("{os: ['${{ a }}', b], exclude: [{os: b}]}", null)]
    [TestCase("{os: [a], include: ['${{ a }}']}", null)]
    [TestCase("{os: [a], include: '${{ fromJSON(x) }}'}", null)]
    [TestCase("{os: '${{ fromJSON(x) }}'}", null)]
    [TestCase("'${{ fromJSON(x) }}'", null)]
    public void Of_Matrix_CountsItsJobs(string matrix, int? size) => Assert.That(MatrixSize.Of(Node(matrix)), Is.EqualTo((size, (string?)null)));

    [TestCase("5")]
    [TestCase("{os: 5}")]
    [TestCase("{include: [5]}")]
    [TestCase("{include: {os: a}}")]
    public void Of_MatrixOfTheWrongShape_IsAProblem(string matrix) => Assert.That(MatrixSize.Of(Node(matrix)).Problem, Is.Not.Null);

    [TestCase(257, 1, false)]
    [TestCase(256, 1, true)]
    [TestCase(300, 300, false)]
    public void Of_MoreJobsThanAreRun_IsAProblem(int first, int second, bool isFine)
    {
        var matrix = $"{{a: [{string.Join(',', Enumerable.Range(0, first))}], b: [{string.Join(',', Enumerable.Range(0, second))}]}}";
        Assert.That(MatrixSize.Of(Node(matrix)).Problem is null, Is.EqualTo(isFine));
    }

    [Test]
    public void Of_ExpensiveComparisons_StopAtALimit()
    {
        var entries = string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"{{a: {i}, b: x}}"));
        var matrix = $"{{a: [{string.Join(',', Enumerable.Range(0, 60_000))}], b: [y], exclude: [{entries}]}}";
        Assert.That(MatrixSize.Of(Node(matrix)).Problem, Does.Contain("too many to count"));
    }

    private static DataNode Node(string yaml)
    {
        var draft = new TaskFileDraft("x", "f", InputLimits.Default);
        var node = YamlDocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(yaml), draft);
        Assert.That(draft.Faults.ToList(), Is.Empty);
        return node!;
    }
}
