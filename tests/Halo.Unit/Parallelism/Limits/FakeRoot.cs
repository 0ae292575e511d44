namespace Halo.Unit.Parallelism;

/// <summary>A folder in the place of the root, with the kernel's files that a test is about.</summary>
internal sealed class FakeRoot : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public FakeRoot With(string path, string content)
    {
        var file = _folder.File(path.TrimStart('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content + "\n");
        return this;
    }

    public FakeRoot WithProcessors(string allowed) => With("/proc/self/status", $"Name:\tx\nCpus_allowed:\tff\nCpus_allowed_list:\t{allowed}");

    public FakeRoot WithSiblings(params string[] siblings)
    {
        for (var processor = 0; processor < siblings.Length; processor++) With($"/sys/devices/system/cpu/cpu{processor}/topology/thread_siblings_list", siblings[processor]);
        return this;
    }

    public FakeRoot WithUnifiedGroup(string path, string mountRoot = "/") =>
        With("/proc/self/cgroup", $"0::{path}").With("/proc/self/mountinfo", $"30 23 0:26 {mountRoot} /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup rw,nsdelegate");

    public FakeRoot WithGroup(string controller, string path, string mountRoot = "/") =>
        With("/proc/self/cgroup", $"5:{controller},other:{path}\n0::/ignored")
            .With("/proc/self/mountinfo", $"34 31 0:31 {mountRoot} /sys/fs/cgroup/{controller} rw,relatime - cgroup cgroup rw,{controller},other");

    public void Dispose() => _folder.Dispose();
}
