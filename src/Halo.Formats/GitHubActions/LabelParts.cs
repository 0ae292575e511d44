using System.Globalization;

namespace Halo.Formats;

/// <summary>What the words of a runner's labels say; of two words for one thing the first counts.</summary>
internal sealed class LabelParts
{
    public const string MacOS = "macos";
    public const string X64 = "x64";
    public const string Arm64 = "arm64";

    private const string X86 = "x86";
    private const string Arm32 = "arm";

    private const int UbuntuDigits = 4; // 2204 for 22.04

    // Architectures that are named as they are: ppc64le, s390x, riscv64, ...
    private static readonly string[] OtherFamilies = ["ppc", "powerpc", "s390", "riscv", "mips", "loong", "sparc", "ia64"];

    public string? System { get; private set; }

    public string? Version { get; private set; }

    public string? Architecture { get; private set; }

    /// <summary>The number of cores, or a word such as <c>large</c>.</summary>
    public AttributeValue Size { get; private set; }

    /// <summary>Reads one label in lower case.</summary>
    public void Read(string label)
    {
        var words = label.Split('-');
        for (var i = 0; i < words.Length; i++)
        {
            var next = i + 1 < words.Length ? words[i + 1] : "";
            if (SystemOf(words[i]) is { } system)
            {
                System ??= system;
                if (Version is null && IsVersion(next, i + 2 < words.Length ? words[i + 2] : ""))
                {
                    Version = words[i] == "ubuntu" && next.Length == UbuntuDigits && next.All(char.IsAsciiDigit) ? $"{next[..2]}.{next[2..]}" : next;
                    i++;
                }
            }
            else if (ArchitectureOf(words[i], next) is { } architecture)
            {
                Architecture ??= architecture;
                if (words[i] == "x86" && next == "64") i++;
            }
            else if (Size.Kind == AttributeKind.None)
            {
                Size = SizeOf(words[i]);
            }
        }
    }

    private static bool IsVersion(string word, string next) =>
        word == "latest" || (word.Length > 0 && char.IsAsciiDigit(word[0]) && word.All(c => char.IsAsciiDigit(c) || c == '.') && !IsUnit(next));

    private static string? SystemOf(string word) => word switch
    {
        "ubuntu" or "linux" or "debian" => "linux",
        "windows" or "win" => "windows",
        "macos" or "mac" or "osx" => MacOS,
        _ => null,
    };

    private static string? ArchitectureOf(string word, string next) => word switch
    {
        "arm" or "arm64" or "aarch64" => Arm64,
        "x64" or "amd64" or "x86_64" or "intel" => X64,
        "x86" => next == "64" ? X64 : X86,
        "i386" or "i486" or "i586" or "i686" or "ia32" => X86,
        _ when word.StartsWith("armv8", StringComparison.Ordinal) || word.StartsWith("armv9", StringComparison.Ordinal) => Arm64,
        "arm32" or "armhf" or "armel" => Arm32,
        _ when word.StartsWith("armv", StringComparison.Ordinal) => Arm32,
        _ when Array.Exists(OtherFamilies, family => word.StartsWith(family, StringComparison.Ordinal)) => word,
        _ => null,
    };

    // 16, 16x32 (cores and gigabytes), 4vcpu, 8cores; the unit may also be the next word.
    private static AttributeValue SizeOf(string word)
    {
        if (word is "slim" or "small" or "medium" or "large" or "xlarge") return word;
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var (number, unit) = digits < 0 ? (word, "") : (word[..digits], word[digits..]);
        var isSize = unit.Length == 0 || IsUnit(unit) || (unit[0] == 'x' && unit.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
        return isSize && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var cores) && cores > 0 ? cores : default(AttributeValue);
    }

    private static bool IsUnit(string word) => word is "core" or "cores" or "cpu" or "cpus" or "vcpu" or "vcpus";
}
