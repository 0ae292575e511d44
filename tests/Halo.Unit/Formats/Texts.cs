using System.Text;
using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>Texts of task files, read.</summary>
internal static class Texts
{
    public static TaskFile Sound(string text) => TaskFiles.Parse(text, "f");

    /// <summary>The faults of a text that must be refused, as <c>line: code message</c>.</summary>
    public static IEnumerable<string> FaultsOf(string text) => FaultsOf(Encoding.UTF8.GetBytes(text));

    public static IEnumerable<string> FaultsOf(byte[] text)
    {
        var result = TaskFiles.Read(text, "f");
        Assert.That(result.Value, Is.Null);
        Assert.That(result.Diagnostics.Select(fault => fault.Location.File), Has.All.EqualTo("f"));
        return result.Diagnostics.Select(fault => $"{fault.Location.Line}: {fault.Code} {fault.Message}");
    }

    /// <summary>The dependencies of every task, as <c>a->b</c>.</summary>
    public static IEnumerable<string> EdgesOf(TaskFile file) =>
        Enumerable.Range(0, file.Graph.Count).SelectMany(task => file.Graph[task].DependsOn.Select(parent => $"{parent}->{file.Graph.IdOf(task)}"));

    public static AttributeValue Attribute(TaskFile file, string task, string name)
    {
        Assert.That(file.Graph.TryGetIndex(task, out var index), Is.True, task);
        return file.Graph.AttributesOf(index).GetValueOrDefault(name);
    }
}
