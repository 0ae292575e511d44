using System.Reflection;
using Halo.Execution;

namespace Halo.Unit.Execution.Model;

/// <summary>The law of options: a wrong value is refused when it is set, by an exception that names the property.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RunOptionsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [TestCaseSource(nameof(Refused))]
    public void Option_OutOfItsRange_IsRefusedByName(string property, Func<object> set) =>
        Assert.That(() => set(), Throws.InstanceOf<ArgumentException>().With.Property("ParamName").EqualTo(property).And.Message.Contains(property));

    [TestCaseSource(nameof(Allowed))]
    public void Option_AtItsBound_IsAllowed(Func<object> set) => Assert.That(() => set(), Throws.Nothing);

    [Test]
    public void OptionsOfTheLibrary_AllHaveDefaults() => Assert.That(
        typeof(RunOptions).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal) || type.Name.EndsWith("Limits", StringComparison.Ordinal))
            .Where(type => type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)?.Equals(Activator.CreateInstance(type)) != true),
        Is.Empty);

    [Test]
    public void OptionsOfTheLibrary_EveryEnumerationAndReference_IsChecked()
    {
        var unchecked_ = new List<string>();
        foreach (var type in (Type[])[typeof(RunOptions), typeof(JournalLimits)])
        {
            foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            {
                var isNullable = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
                object? wrong = property.PropertyType.IsEnum ? Enum.ToObject(property.PropertyType, 99) : null;
                if (!property.PropertyType.IsEnum && (property.PropertyType.IsValueType || isNullable)) continue;
                var refused = Assert.Catch(() => property.SetValue(Activator.CreateInstance(type), wrong));
                if (refused?.InnerException is not ArgumentException fault || fault.ParamName != property.Name) unchecked_.Add(property.Name);
            }
        }

        Assert.That(unchecked_, Is.Empty);
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case(nameof(RunOptions.MaxConcurrentTasks), () => new RunOptions { MaxConcurrentTasks = 0 });
        yield return Case(nameof(RunOptions.Deadline), () => new RunOptions { Deadline = TimeSpan.Zero });
        yield return Case(nameof(RunOptions.Deadline), () => new RunOptions { Deadline = Day + TimeSpan.FromTicks(1) });
        yield return Case(nameof(RunOptions.Execution), () => new RunOptions { Execution = new ExecutionSettings { AttemptTimeout = TimeSpan.Zero } });
        yield return Case(nameof(RunOptions.MaxCircuitWait), () => new RunOptions { MaxCircuitWait = TimeSpan.FromTicks(-1) });
        yield return Case(nameof(RunOptions.MaxCircuitWait), () => new RunOptions { MaxCircuitWait = Day + TimeSpan.FromTicks(1) });
        yield return Case(nameof(RunOptions.RunId), () => new RunOptions { RunId = "" });
        yield return Case(nameof(RunOptions.RunId), () => new RunOptions { RunId = new string('x', 101) });
        yield return Case(nameof(RunOptions.Journal), () => new RunOptions { Journal = "" });
        yield return Case(nameof(RunOptions.JournalSync), () => new RunOptions { JournalSync = TimeSpan.FromTicks(-1) });
        yield return Case(nameof(JournalLimits.MaxBytes), () => new JournalLimits { MaxBytes = 0 });
        yield return Case(nameof(JournalLimits.MaxRecordBytes), () => new JournalLimits { MaxRecordBytes = (1 << 30) + 1 });
    }

    private static IEnumerable<TestCaseData> Allowed()
    {
        yield return Case("one task at a time", () => new RunOptions { MaxConcurrentTasks = 1 });
        yield return Case("a day", () => new RunOptions { Deadline = Day, MaxCircuitWait = Day, JournalSync = Day });
        yield return Case("no wait", () => new RunOptions { MaxCircuitWait = TimeSpan.Zero, JournalSync = TimeSpan.Zero });
        yield return Case("long id", () => new RunOptions { RunId = new string('x', 100) });
        yield return Case("journal limits", () => new JournalLimits { MaxBytes = 1, MaxRecordBytes = 1 << 30 });
    }

    private static TestCaseData Case(string name, Func<object> set) =>
        char.IsUpper(name[0]) ? new TestCaseData(name, set) : new TestCaseData(set).SetArgDisplayNames(name);
}
