namespace Halo.NUnit;

/// <summary>Reads clocks and waiting times of the calling thread and of the machine around it.</summary>
internal interface IMachineSignals
{
    /// <summary>Whether the system tells waiting from working.</summary>
    bool HasSignals { get; }

    /// <summary>A reading at whose end the clock starts: what takes long to read is read first.</summary>
    MachineReading Begin();

    /// <summary>A reading at whose beginning the clock stops: what takes long to read is read last.</summary>
    MachineReading End();
}
