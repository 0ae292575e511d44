namespace Halo.NUnit;

/// <summary>What one sample shows.</summary>
internal enum SampleVerdict
{
    /// <summary>Within budget.</summary>
    Fine,

    /// <summary>Over budget by queueing for a processor, or by time that the hypervisor withheld.</summary>
    Queued,

    /// <summary>Over budget because the work ran on other threads, and they queued.</summary>
    OthersQueued,

    /// <summary>Over budget, and the machine itself ran slowly.</summary>
    SlowMachine,

    /// <summary>Over budget, and neither waiting nor a slow machine explains it.</summary>
    Slow,

    /// <summary>A quarter of the calls or more are over budget, and a slow machine does not explain it.</summary>
    OftenSlow,

    /// <summary>
    /// Slow beside other work, but by less than a quarter or in few of its calls, so that the other work may explain it: it
    /// takes a last attempt of nothing but such samples.
    /// </summary>
    Doubtful,

    /// <summary>Over budget on a system that does not tell waiting from working.</summary>
    Unexplained,

    /// <summary>Allocates more than allowed.</summary>
    TooManyBytes,
}
