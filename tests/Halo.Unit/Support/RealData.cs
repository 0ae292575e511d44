namespace Halo.Unit;

/// <summary>Finds the folder of real data, which is not part of the project.</summary>
internal static class RealData
{
    /// <summary>The folder; the test is reported as ignored where it is absent.</summary>
    public static string Folder(params string[] path)
    {
        var root = Environment.GetEnvironmentVariable("HALO_REAL_DATA") ?? Path.Combine(Repository.Root, "..", "shared");
        var folder = Path.GetFullPath(Path.Combine([root, .. path]));
        if (!Directory.Exists(folder)) Assert.Ignore($"There is no real data at '{folder}'; set HALO_REAL_DATA to its folder.");
        return folder;
    }
}

/// <summary>Finds the files of the project itself.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Halo.sln"))) return folder;
        }

        throw new InvalidOperationException("The tests do not run below the folder of Halo.sln.");
    }
}
