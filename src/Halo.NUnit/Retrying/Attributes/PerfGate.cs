namespace Halo.NUnit;

/// <summary>Which attempts over budget are tried again. A clean slow one never is.</summary>
public enum PerfGate
{
    /// <summary>Only those that the machine is shown to have disturbed. Where the system does not tell, none.</summary>
    Contention,

    /// <summary>
    /// Also those on a system that does not tell waiting from working. Retries may then hide a slowness that comes and goes.
    /// </summary>
    Always,
}
