using System.Reflection;

namespace Halo.Mutation;

/// <summary>
/// The only test that Stryker runs. By the time it does, the program in its folder holds every mutant; Stryker takes it away
/// again when it ends.
/// </summary>
[TestFixture]
public sealed class MutatedProgram
{
    [Test]
    public void Program_OfStryker_IsKept()
    {
        var file = Environment.GetEnvironmentVariable("HALO_MUTATED_PROGRAM");
        if (file is null) Assert.Ignore("HALO_MUTATED_PROGRAM names no file.");
        // Stryker takes a test that reaches no mutant for one that may reach all. So this one says that it reaches the first.
        var control = Assembly.Load(Path.GetFileNameWithoutExtension(file)).GetTypes().FirstOrDefault(type => type.Name == "MutantControl");
        control?.GetMethod("IsActive")!.Invoke(null, [0]);
        File.Copy(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(file)), file, overwrite: true);
        Assert.That(file, Does.Exist);
    }
}
