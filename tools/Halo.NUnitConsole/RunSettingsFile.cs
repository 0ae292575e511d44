using System.Xml;
using System.Xml.Linq;

namespace Halo.NUnitConsole;

/// <summary>The part of a runsettings file that means the same to every NUnit runner: its <c>TestRunParameters</c>.</summary>
internal static class RunSettingsFile
{
    /// <returns>The parameters by name; none when the file has no such section.</returns>
    /// <exception cref="UsageException">The file cannot be read, or is no runsettings file.</exception>
    public static Dictionary<string, string> ReadParameters(string path)
    {
        var root = Load(path);
        if (root.Name.LocalName != "RunSettings") throw new UsageException($"--settings: '{path}' is no runsettings file; its root is <{root.Name.LocalName}>.");

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> faults = [];
        foreach (var parameter in root.Elements("TestRunParameters").Elements("Parameter"))
        {
            if ((string?)parameter.Attribute("name") is not { Length: > 0 } name || (string?)parameter.Attribute("value") is not { } value) faults.Add($"--settings: '{path}' has a Parameter without name or value.");
            else if (!parameters.TryAdd(name, value)) faults.Add($"--settings: '{path}' gives the parameter '{name}' twice.");
        }

        return faults.Count == 0 ? parameters : throw new UsageException(faults);
    }

    private static XElement Load(string path)
    {
        try
        {
            return XElement.Load(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            throw new UsageException($"--settings: '{path}' cannot be read: {exception.Message}");
        }
    }
}
