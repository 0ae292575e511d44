using System.Globalization;

namespace Halo.Formats;

/// <summary>
/// Reads system, version, architecture and size from runner labels such as <c>ubuntu-24.04-arm</c>,
/// <c>depot-ubuntu-22.04-16</c> or <c>[self-hosted, linux, x64]</c>.
/// </summary>
internal static class RunnerLabel
{
    // macOS runners are Intel machines up to this version, and ARM machines after it and as 'latest'.
    private const int LastIntelMacOS = 13;

    /// <summary>Adds the labels as <c>runner</c>, and what they say; nothing more where an expression is among them.</summary>
    public static void AddTo(Dictionary<string, AttributeValue> attributes, IReadOnlyList<string> labels)
    {
        attributes.Add("runner", string.Join(',', labels));
        if (labels.Any(Expression.IsIn)) return;
        var parts = new LabelParts();
        foreach (var label in labels) parts.Read(label.ToLowerInvariant());
        attributes.Add("os", parts.System);
        attributes.Add("version", parts.Version);
        attributes.Add("arch", parts.Architecture ?? (labels.Count == 1 ? UsualArchitecture(parts) : null));
        attributes.Add("size", parts.Size);
    }

    // A label alone is a hosted runner, whose architecture is left out where it is the usual one.
    private static string? UsualArchitecture(LabelParts parts)
    {
        if (parts.System != LabelParts.MacOS) return parts.System is null || parts.Version is null && parts.Size.Kind == AttributeKind.None ? null : LabelParts.X64;
        if (parts.Size.TryGetString(out var size)) return size == "large" ? LabelParts.X64 : LabelParts.Arm64;
        return double.TryParse(parts.Version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) && version < LastIntelMacOS + 1 ? LabelParts.X64
            : parts.Version is null ? null : LabelParts.Arm64;
    }
}
