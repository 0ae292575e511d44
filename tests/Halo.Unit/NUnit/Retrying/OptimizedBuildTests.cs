using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using Halo.NUnit;
using Halo.Results;
using NUnit.Framework.Interfaces;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>Code that was compiled without optimization is measured only where its author allows it.</summary>
[TestFixture, Category("Unit")]
public sealed class OptimizedBuildTests
{
    [Test]
    public void Run_UnoptimizedAssembly_IsRedAndSaysWhatToDo()
    {
        using var run = SubjectRun.Of(InAssembly("Debugged"), Acts.Fine);
        Assert.That(run.Result.ResultState.Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(run.Result.Message, Does.Contain("Compiled without optimization: Debugged.").And.Contain("[assembly: PerfAllowUnoptimized]"));
    }

    [Test]
    public void Run_AllowedUnoptimizedAssembly_IsAMachineClassOfItsOwn()
    {
        using var run = SubjectRun.Of(InAssembly("Allowed", typeof(PerfAllowUnoptimizedAttribute)), Acts.Fine);
        Assert.That((run.Verdicts.Single(), run.Attempts[0].Machine), Is.EqualTo((PerfVerdict.Pass, MachineClass.Of(isOptimized: false))));
    }

    [Test]
    public void Run_OptimizedAssembly_IsOfTheUsualMachineClass()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.BudgetOnly), Acts.Fine);
        Assert.That(run.Attempts[0].Machine, Is.EqualTo(MachineClass.Current));
    }

    [Test]
    public void Unoptimized_TheseTests_AreOptimizedWithAllThatTheyUse() => Assert.That(OptimizedBuild.Unoptimized(typeof(OptimizedBuildTests).Assembly), Is.Empty);

    private static Type InAssembly(string name, params Type[] attributes)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), AssemblyBuilderAccess.RunAndCollect);
        var modes = DebuggableAttribute.DebuggingModes.Default | DebuggableAttribute.DebuggingModes.DisableOptimizations;
        assembly.SetCustomAttribute(new CustomAttributeBuilder(typeof(DebuggableAttribute).GetConstructor([typeof(DebuggableAttribute.DebuggingModes)])!, [modes]));
        foreach (var attribute in attributes) assembly.SetCustomAttribute(new CustomAttributeBuilder(attribute.GetConstructor([])!, []));
        return assembly.DefineDynamicModule(name).DefineType("Fixture", TypeAttributes.Public, typeof(Subjects<int>.OnAssembly)).CreateType();
    }
}
