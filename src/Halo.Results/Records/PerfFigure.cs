namespace Halo.Results;

/// <summary>The figure of a time check that decided its verdict; times are of one call.</summary>
public enum PerfFigure
{
    /// <summary>Wall time.</summary>
    Wall,

    /// <summary>Wall time without queueing and stolen time.</summary>
    Net,

    /// <summary>Net time, its processor time at full speed of the processor.</summary>
    Calm,

    /// <summary>Calm time of the windows that the machine left alone.</summary>
    Quiet,

    /// <summary>What the slowest quarter of the calls takes at least.</summary>
    SlowQuarter,

    /// <summary>Allocated bytes.</summary>
    Bytes,
}
