using System.Text;

namespace Halo.Reporting;

/// <summary>The encoding of every report.</summary>
internal static class Utf8
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    public static Encoding WithoutMark { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}
