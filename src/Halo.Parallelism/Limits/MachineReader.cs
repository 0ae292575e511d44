using System.Globalization;

namespace Halo.Parallelism;

/// <summary>Tells what the process may use of the machine.</summary>
internal interface IMachineReader
{
    /// <summary>Reads it anew.</summary>
    MachineCapacity Read();
}

/// <summary>Reads affinity, quota, topology and memory from the files of Linux; other systems tell less, and the notes say so.</summary>
/// <param name="files">The kernel's files; null where there are none.</param>
/// <param name="runtimeProcessors">The runtime's own count, taken when the process started.</param>
internal sealed class MachineReader(KernelFiles? files, int runtimeProcessors) : IMachineReader
{
    /// <summary>The reader for this system.</summary>
    public static MachineReader OfSystem() => new(OperatingSystem.IsLinux() ? new KernelFiles() : null, Environment.ProcessorCount);

    public MachineCapacity Read() => files is null ? ReadPortably() : ReadFiles(files);

    private MachineCapacity ReadPortably()
    {
        var memory = GC.GetGCMemoryInfo();
        return new MachineCapacity
        {
            Processors = runtimeProcessors,
            AvailableMemory = Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes),
            Notes = ["This system shows no affinity, quota or topology as files: processors and memory are as the runtime last counted them."],
        };
    }

    private MachineCapacity ReadFiles(KernelFiles files)
    {
        var notes = new List<string>();
        var (allowed, quota) = (Figure.List(files.Value("/proc/self/status", "Cpus_allowed_list:")), CpuQuota.Read(files));
        var processors = allowed.Count > 0 ? allowed.Count : runtimeProcessors;
        var expected = Math.Min(processors, Math.Max(1, (int)Math.Ceiling(quota ?? processors)));
        if (allowed.Count == 0) notes.Add("The affinity could not be read: processors are as the runtime counted them at its start.");
        else if (expected != runtimeProcessors)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"The runtime counted {runtimeProcessors} processors at its start; the system now allows {expected}, which is used."));
        }

        var cores = PhysicalCores(files, allowed);
        if (cores is null) notes.Add("The system does not tell which processors share a core.");
        var memory = MemoryRoom.Read(files);
        if (memory is null) notes.Add("The system does not tell how much memory is available: it limits nothing.");
        return new MachineCapacity { Processors = processors, CpuQuota = quota, PhysicalCores = cores, AvailableMemory = memory, Notes = notes };
    }

    // Processors of one core show the same list of siblings.
    private static int? PhysicalCores(KernelFiles files, IReadOnlyList<int> processors)
    {
        var cores = new HashSet<string>(StringComparer.Ordinal);
        foreach (var processor in processors)
        {
            var folder = string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/cpu/cpu{processor}/topology");
            if ((files.Text($"{folder}/core_cpus_list") ?? files.Text($"{folder}/thread_siblings_list")) is not { Length: > 0 } siblings) return null;
            cores.Add(siblings);
        }

        return cores.Count > 0 ? cores.Count : null;
    }
}
