using System.Globalization;

namespace Halo.Formats;

/// <summary>Follows jobs that call a workflow of the same repository, as <c>uses: ./.github/workflows/x.yml</c>, through every level.</summary>
internal sealed class WorkflowCalls(string folder, TaskFileDraft draft)
{
    private const string Prefix = "./.github/workflows/";
    private const int MaxLevels = 10; // as GitHub has it, the first file included
    private const int MaxJobs = 10_000;

    private readonly Dictionary<string, WorkflowScope> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<WorkflowScope, long> _counts = [];

    /// <summary>The folder of a repository's workflows; null when the file is not in one.</summary>
    public static string? FolderOf(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var isWorkflows = Path.GetFileName(folder) == "workflows" && Path.GetFileName(Path.GetDirectoryName(folder)) == ".github";
        return isWorkflows ? Path.GetDirectoryName(path) : null;
    }

    /// <summary>Finds the callee of every job that calls one.</summary>
    public void Follow(WorkflowScope scope)
    {
        var name = Path.GetFileName(scope.File) ?? "";
        _scopes.Add(name, scope);
        Follow(scope, [name]);
    }

    // Returns the number of jobs that a scope stands for.
    private long Follow(WorkflowScope scope, List<string> chain)
    {
        if (_counts.TryGetValue(scope, out var known)) return known;
        var count = 0L;
        foreach (var job in scope.Jobs)
        {
            count++;
            if (NameOf(job.Job.Uses) is not { } name || !File.Exists(Path.Combine(folder, name))) continue;
            if (!MayCall(name, job.Job, scope, chain)) continue;
            var callee = ScopeOf(name);
            var jobs = Follow(callee, [.. chain, name]) - 1;
            if (callee.Jobs.Count == 0) continue;
            if (count + jobs > MaxJobs)
            {
                Fault(
                    scope, job.Job,
                    string.Create(CultureInfo.InvariantCulture, $"with the workflows that it calls, the file stands for more than {MaxJobs} jobs"));
                continue;
            }

            count += jobs;
            job.Callee = callee;
        }

        return _counts[scope] = count;
    }

    private bool MayCall(string name, WorkflowJob job, WorkflowScope scope, List<string> chain)
    {
        var isRepeated = chain.Contains(name, StringComparer.Ordinal);
        if (isRepeated) Fault(scope, job, $"the workflow calls itself: {string.Join(" -> ", chain.SkipWhile(file => file != name).Append(name))}");
        else if (chain.Count >= MaxLevels) Fault(
            scope, job, string.Create(CultureInfo.InvariantCulture, $"workflows call each other through more than {MaxLevels} levels"));
        return !isRepeated && chain.Count < MaxLevels;
    }

    private WorkflowScope ScopeOf(string name)
    {
        if (_scopes.TryGetValue(name, out var scope)) return scope;
        draft.File = Path.Combine(folder, name);
        var read = InputFile.Read(draft.File, draft.Limits, bytes => new LoadResult<WorkflowScope>(Parse(bytes), []));
        draft.Faults.AddRange(read.Diagnostics);
        return _scopes[name] = read.Value ?? new WorkflowScope(draft.File);
    }

    private WorkflowScope Parse(ReadOnlySpan<byte> text)
    {
        if (TextEncoding.Fault(text, draft.File) is not { } fault) return WorkflowFormat.ReadScope(text.StartsWith("\uFEFF"u8) ? text[3..] : text, draft);
        draft.Faults.Add(fault);
        return new WorkflowScope(draft.File);
    }

    // The file that is called; null when the call leaves the repository, or is an expression.
    private static string? NameOf(DataNode? uses)
    {
        if (uses is null || !uses.Text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var name = uses.Text[Prefix.Length..];
        var isFile = name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal);
        return isFile && name.AsSpan().IndexOfAny('/', '\\', '\0') < 0 ? name : null;
    }

    private void Fault(WorkflowScope scope, WorkflowJob job, string message)
    {
        draft.File = scope.File;
        draft.Fault(DiagnosticCodes.InvalidValue, $"Job '{job.Id}': {message}.", "", job.Uses!.Place);
    }
}
