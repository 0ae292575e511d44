using System.Globalization;

namespace Halo.Formats;

/// <summary>The operations of jobs that are chains, given in any order, each with one machine.</summary>
internal sealed class JobChains(JobShop shop)
{
    private readonly SortedDictionary<(int Job, int Number), Alternative> _operations = [];
    private int? _jobs;
    private int _jobsLine;

    /// <summary>The operations so far.</summary>
    public int Count => _operations.Count;

    /// <summary>Notes how many jobs the file says there are.</summary>
    public void Expect(int jobs, int line) => (_jobs, _jobsLine) = (jobs, line);

    public void Add(int job, int number, Alternative alternative)
    {
        if (_operations.TryAdd((job, number), alternative)) return;
        Fault(DiagnosticCodes.InvalidTask, $"Operation {number} of job {job} is given twice, first on line {_operations[(job, number)].Line}.", "Keep one of them.", alternative.Line);
    }

    /// <summary>Adds every operation; in a job each waits for the one before it, whatever the numbers between them.</summary>
    public void AddToShop()
    {
        var (job, position, jobs) = (-1, 0, 0);
        foreach (var ((of, _), alternative) in _operations)
        {
            if (of != job) (job, position, jobs) = (of, 0, jobs + 1);
            var operation = Operation.OfJob(job, position++, alternative.Line);
            operation.Alternatives.Add(alternative);
            shop.Add(operation);
        }

        if (_jobs is { } expected && expected != jobs && !shop.Draft.Faults.HasErrors)
        {
            Fault(DiagnosticCodes.InvalidValue, $"'jobs' is {expected}, but there are operations of {jobs} jobs.", "Correct the number, or give the other jobs.", _jobsLine);
        }
    }

    private void Fault(string code, FormattableString message, string help, int line) =>
        shop.Draft.Fault(code, message.ToString(CultureInfo.InvariantCulture), help, line);
}
