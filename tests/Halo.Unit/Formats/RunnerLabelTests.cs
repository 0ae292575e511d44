using Halo.Formats;

namespace Halo.Unit.Formats;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class RunnerLabelTests
{
    [TestCase("ubuntu-latest", "linux", "latest", "x64", null)]
    [TestCase("ubuntu-24.04", "linux", "24.04", "x64", null)]
    [TestCase("ubuntu-24.04-arm", "linux", "24.04", "arm64", null)]
    [TestCase("ubuntu-slim", "linux", null, "x64", "slim")]
    [TestCase("ubuntu-latest-8-cores", "linux", "latest", "x64", 8)]
    [TestCase("ubuntu-20.04-16core", "linux", "20.04", "x64", 16)]
    [TestCase("ubuntu-8-cores", "linux", null, "x64", 8)]
    [TestCase("windows-2022", "windows", "2022", "x64", null)]
    [TestCase("windows-11-arm", "windows", "11", "arm64", null)]
    [TestCase("ubuntu-24.04-ppc64le", "linux", "24.04", "ppc64le", null)]
    [TestCase("ubuntu-24.04-s390x", "linux", "24.04", "s390x", null)]
    [TestCase("ubuntu-24.04-riscv64-4", "linux", "24.04", "riscv64", 4)]
    [TestCase("ubuntu-22.04-armv7l", "linux", "22.04", "arm", null)]
    [TestCase("ubuntu-22.04-armv8", "linux", "22.04", "arm64", null)]
    [TestCase("windows-2019-i686", "windows", "2019", "x86", null)]
    [TestCase("windows-2025-vs2026", "windows", "2025", "x64", null)]
    [TestCase("macos-13", "macos", "13", "x64", null)]
    [TestCase("macos-14", "macos", "14", "arm64", null)]
    [TestCase("macos-latest", "macos", "latest", "arm64", null)]
    [TestCase("macos-15-intel", "macos", "15", "x64", null)]
    [TestCase("macos-14-large", "macos", "14", "x64", "large")]
    [TestCase("macos-13-xlarge", "macos", "13", "arm64", "xlarge")]
    [TestCase("depot-ubuntu-22.04-16", "linux", "22.04", "x64", 16)]
    [TestCase("depot-ubuntu-22.04-arm-4", "linux", "22.04", "arm64", 4)]
    [TestCase("buildjet-4vcpu-ubuntu-2204-arm", "linux", "22.04", "arm64", 4)]
    [TestCase("namespace-profile-windows-2022-x86-64-16x32", "windows", "2022", "x64", 16)]
    [TestCase("namespace-profile-macos-15", "macos", "15", "arm64", null)]
    [TestCase("warp-ubuntu-latest-x64-4x", "linux", "latest", "x64", 4)]
    [TestCase("Ubuntu-24.04", "linux", "24.04", "x64", null)]
    [TestCase("codspeed-macro", null, null, null, null)]
    [TestCase("self-hosted", null, null, null, null)]
    [TestCase("-", null, null, null, null)]
    public void AddTo_Label_GivesWhatItSays(string label, string? os, string? version, string? arch, object? size) =>
        Assert.That(Read(label), Is.EqualTo((AttributeValue.Of(label), AttributeValue.Of(os), AttributeValue.Of(version), AttributeValue.Of(arch), SizeOf(size))));

    [TestCase(new[] { "self-hosted", "linux", "x64", "gpu" }, "linux", "x64")]
    [TestCase(new[] { "self-hosted", "Windows" }, "windows", null)]
    [TestCase(new[] { "self-hosted", "ubuntu-24.04" }, "linux", null)]
    public void AddTo_LabelsOfASelfHostedRunner_AddNothingUsual(string[] labels, string os, string? arch)
    {
        var read = Read(labels);
        Assert.That((read.Os, read.Arch), Is.EqualTo((AttributeValue.Of(os), AttributeValue.Of(arch))));
    }

    [TestCase(new[] { "${{ matrix.os }}" }, "${{ matrix.os }}")]
    [TestCase(new[] { "ubuntu-${{ matrix.version }}" }, "ubuntu-${{ matrix.version }}")]
    [TestCase(new[] { "self-hosted", "linux", "${{ matrix.arch }}" }, "self-hosted,linux,${{ matrix.arch }}")]
    public void AddTo_Expression_IsKeptAndGivesNothingElse(string[] labels, string runner) =>
        Assert.That(Read(labels), Is.EqualTo((AttributeValue.Of(runner), default(AttributeValue), default(AttributeValue), default(AttributeValue), default(AttributeValue))));

    private static (AttributeValue Runner, AttributeValue Os, AttributeValue Version, AttributeValue Arch, AttributeValue Size) Read(params string[] labels)
    {
        var attributes = new Dictionary<string, AttributeValue>();
        RunnerLabel.AddTo(attributes, labels);
        return (attributes["runner"], attributes.GetValueOrDefault("os"), attributes.GetValueOrDefault("version"), attributes.GetValueOrDefault("arch"), attributes.GetValueOrDefault("size"));
    }

    private static AttributeValue SizeOf(object? size) => size is int cores ? AttributeValue.Of(cores) : AttributeValue.Of((string?)size);
}
