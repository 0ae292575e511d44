namespace Halo.Unit.Architecture;

/// <summary>
/// An order of folders in which each may use only itself and those before it. The root of the project may use all, and
/// no folder may use the root. A folder within another has a place of its own where it is named by its path, <c>Outer/Inner</c>;
/// otherwise it has the place of the outer one.
/// </summary>
internal sealed class FolderOrder(params string[] folders)
{
    /// <summary>Every use against the order, as <c>Folder/Type uses Folder/Type</c>.</summary>
    public IReadOnlyList<string> Violations(IEnumerable<TypeUse> uses) =>
        [.. uses.Where(use => Rank(use.ToFolder) > Rank(use.FromFolder)).Select(use => $"{Path(use.FromFolder, use.From)} uses {Path(use.ToFolder, use.To)}").Order(StringComparer.Ordinal)];

    /// <summary>Types in folders that are not in the order: neither the folder nor an outer one, or not the folder although others beside it are.</summary>
    public IReadOnlyList<string> Strays(IReadOnlyDictionary<string, string> folderOfType) =>
        [.. folderOfType.Where(entry => IsStray(entry.Value)).Select(entry => Path(entry.Value, entry.Key)).Order(StringComparer.Ordinal)];

    private static string Path(string folder, string type) => folder.Length == 0 ? type : $"{folder}/{type}";

    private static string Outer(string folder) => folder.LastIndexOf('/') is >= 0 and var at ? folder[..at] : "";

    private bool IsStray(string folder)
    {
        if (folder.Length == 0 || folders.Contains(folder)) return false;
        var outer = Outer(folder);
        return outer.Length == 0 || folders.Any(other => Outer(other) == outer) || IsStray(outer);
    }

    // A folder that is not in the order may use nothing and be used by all: it is reported as a stray.
    private int Rank(string folder)
    {
        if (folder.Length == 0) return folders.Length;
        var place = Array.IndexOf(folders, folder);
        return place < 0 && Outer(folder) is { Length: > 0 } outer ? Rank(outer) : place;
    }
}
