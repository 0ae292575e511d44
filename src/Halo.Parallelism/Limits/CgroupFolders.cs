namespace Halo.Parallelism;

/// <summary>Finds the control groups of this process in the file system, its own first and then every ancestor.</summary>
internal static class CgroupFolders
{
    private const string Memberships = "/proc/self/cgroup";
    private const string Mounts = "/proc/self/mountinfo";

    /// <param name="files">The kernel's files.</param>
    /// <param name="controller">A controller of version 1; null for the unified hierarchy of version 2.</param>
    public static IReadOnlyList<string> Of(KernelFiles files, string? controller)
    {
        if (MembershipOf(files, controller) is not { } path || MountOf(files, controller) is not { } mount) return [];
        var folders = new List<string>();
        for (var below = Below(mount.Root, path); below.Length > 0; below = below[..below.LastIndexOf('/')]) folders.Add(mount.Folder + below);
        folders.Add(mount.Folder);
        return folders;
    }

    // Lines are "4:memory:/path", and "0::/path" for version 2; the path may hold colons.
    private static string? MembershipOf(KernelFiles files, string? controller)
    {
        foreach (var line in files.Lines(Memberships))
        {
            var parts = line.Split(':', 3);
            if (parts.Length == 3 && (controller is null ? parts is ["0", "", _] : parts[1].Split(',').Contains(controller))) return parts[2];
        }

        return null;
    }

    // "34 31 0:31 /root /mount/point rw - cgroup cgroup rw,memory"; the options before the hyphen vary in number.
    private static (string Root, string Folder)? MountOf(KernelFiles files, string? controller)
    {
        foreach (var line in files.Lines(Mounts))
        {
            var halves = line.Split(" - ", 2);
            if (halves.Length < 2 || halves[0].Split(' ') is not [_, _, _, var root, var folder, ..] || halves[1].Split(' ') is not [var kind, _, var options, ..]) continue;
            if (controller is null ? kind == "cgroup2" : kind == "cgroup" && options.Split(',').Contains(controller)) return (Unescape(root), Unescape(folder));
        }

        return null;
    }

    // A container may see a mount that begins at its own group, or only groups beside it: then the mount itself is the nearest.
    private static string Below(string root, string path)
    {
        var prefix = root.TrimEnd('/');
        var isBelow = path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/');
        return isBelow && !path.Contains("/..", StringComparison.Ordinal) ? path[prefix.Length..].TrimEnd('/') : "";
    }

    private static string Unescape(string text) => text.Replace("\\040", " ", StringComparison.Ordinal);
}
