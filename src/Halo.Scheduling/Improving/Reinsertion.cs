namespace Halo.Scheduling;

/// <summary>A place for a task, and the longest path through it there.</summary>
/// <param name="Task">The task.</param>
/// <param name="Option">Its option there.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Previous">The task that comes before it there; -1 for none.</param>
/// <param name="Length">The longest path through the task, in seconds.</param>
internal readonly record struct Reinsertion(int Task, int Option, int Machine, int Previous, double Length);
