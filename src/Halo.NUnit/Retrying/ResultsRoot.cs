namespace Halo.NUnit;

/// <summary>
/// Where results go when the run names no folder: one place for all test assemblies of a repository, and the one in which
/// <c>halo perf</c> looks when it is started at the root.
/// </summary>
internal static class ResultsRoot
{
    private static readonly string[] Solutions = ["*.sln", "*.slnx"];
    private static readonly EnumerationOptions Readable = new();

    /// <summary>
    /// <c>TestResults/perf</c> in the nearest folder at or above the work directory that holds a solution or a repository;
    /// in the work directory itself where there is none.
    /// </summary>
    /// <param name="workDirectory">An absolute path; the folder need not exist.</param>
    public static string Above(string workDirectory)
    {
        for (var folder = new DirectoryInfo(workDirectory); folder is not null; folder = folder.Parent)
        {
            if (IsRoot(folder)) return In(folder.FullName);
        }

        return In(workDirectory);
    }

    private static string In(string folder) => Path.Combine(folder, "TestResults", "perf");

    // A work tree of its own has a file named .git.
    private static bool IsRoot(DirectoryInfo folder) =>
        folder.Exists && (Path.Exists(Path.Combine(folder.FullName, ".git")) || Solutions.Any(pattern => folder.EnumerateFiles(pattern, Readable).Any()));
}
