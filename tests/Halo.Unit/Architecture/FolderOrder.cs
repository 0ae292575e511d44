namespace Halo.Unit.Architecture;

/// <summary>
/// An order of folders in which each may use only itself and those before it. The root of the project may use all, and
/// no folder may use the root.
/// </summary>
internal sealed class FolderOrder(params string[] folders)
{
    /// <summary>Every use against the order, as <c>Folder/Type uses Folder/Type</c>.</summary>
    public IReadOnlyList<string> Violations(IEnumerable<TypeUse> uses) =>
        [.. uses.Where(use => Rank(use.ToFolder) > Rank(use.FromFolder)).Select(use => $"{Path(use.FromFolder, use.From)} uses {Path(use.ToFolder, use.To)}").Order(StringComparer.Ordinal)];

    /// <summary>Types in folders that are not in the order.</summary>
    public IReadOnlyList<string> Strays(IReadOnlyDictionary<string, string> folderOfType) =>
        [.. folderOfType.Where(entry => entry.Value.Length > 0 && !folders.Contains(entry.Value)).Select(entry => Path(entry.Value, entry.Key)).Order(StringComparer.Ordinal)];

    private static string Path(string folder, string type) => folder.Length == 0 ? type : $"{folder}/{type}";

    // A folder that is not in the order may use nothing and be used by all: it is reported as a stray.
    private int Rank(string folder) => folder.Length == 0 ? folders.Length : Array.IndexOf(folders, folder);
}
