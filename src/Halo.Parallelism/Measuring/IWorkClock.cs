namespace Halo.Parallelism;

/// <summary>Sums of seconds up to one moment.</summary>
/// <param name="Wall">Time that has gone by.</param>
/// <param name="Cpu">Time on a processor.</param>
/// <param name="Queue">Time in the queue for one: what other work on the machine costs, and no part of this work.</param>
internal readonly record struct WorkTimes(double Wall, double Cpu, double Queue);

/// <summary>Processor time of work, by which calculating is told from waiting.</summary>
internal interface IWorkClock
{
    /// <summary>The sums so far, as the calling thread sees them; they belong together.</summary>
    WorkTimes Read();
}
