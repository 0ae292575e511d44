using System.Xml.Linq;

namespace Halo.NUnitConsole;

/// <summary>Files of nunit3 XML.</summary>
internal static class ResultFile
{
    /// <summary>
    /// Makes sure, before tests take their time, that a file can be written; its folder is created. The file is emptied, so
    /// that results of an earlier run are not taken for those of one that did not end.
    /// </summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public static void RequireWritable(string option, string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{option}: '{path}' cannot be written: {exception.Message}");
        }
    }

    public static void Write(XElement root, string path) => new XDocument(new XDeclaration("1.0", "utf-8", "no"), root).Save(path);
}
