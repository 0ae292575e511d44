using System.Reflection;

namespace Halo.Unit.Api;

/// <summary>The public surface that was accepted for an assembly: a text file beside this one, which a change must change too.</summary>
internal static class AcceptedSurface
{
    private const string AcceptVariable = "HALO_ACCEPT_API";

    /// <summary>Compares an assembly with its file; writes the file instead where the variable is set.</summary>
    public static void Check(Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        var path = Path.Combine(Repository.Root, "tests", "Halo.Unit", "Api", $"{name}.txt");
        var surface = PublicSurface.Of(assembly);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1") File.WriteAllText(path, string.Join('\n', surface) + "\n");
        var accepted = File.Exists(path) ? File.ReadAllLines(path) : [];
        var difference = Difference(accepted, surface).ToList();
        Assert.That(difference, Is.Empty, string.Join('\n', [
            $"The public surface of {name} is not the accepted one. If that is meant, run",
            $"{AcceptVariable}=1 dotnet test tests/Halo.Unit --filter FullyQualifiedName~Api",
            "and commit the file.", .. difference]));
    }

    /// <summary>Lines that are new, behind a plus, and lines that are gone, behind a minus.</summary>
    internal static IEnumerable<string> Difference(IReadOnlyList<string> accepted, IReadOnlyList<string> surface) =>
        [.. accepted.Except(surface, StringComparer.Ordinal).Select(line => $"- {line}"), .. surface.Except(accepted, StringComparer.Ordinal).Select(line => $"+ {line}")];
}
