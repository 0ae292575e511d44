using System.Threading.Channels;

namespace Halo.Execution;

/// <summary>
/// Tells a reader what happens in a run, in order. Nobody waits for the reader: what it has not read is kept, which is at
/// most three events a task and agent that tried it.
/// </summary>
internal sealed class RunEvents(RunTable table, TimeProvider time)
{
    private readonly Channel<RunEvent> _channel = Channel.CreateUnbounded<RunEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly long _started = time.GetTimestamp();

    public IAsyncEnumerable<RunEvent> ReadAllAsync() => _channel.Reader.ReadAllAsync();

    public void Began(int task) => Write(RunEventKind.Began, task, default);

    public void RoutedAgain(int task, OutcomeReason cause) => Write(RunEventKind.RoutedAgain, task, new TaskEnd(TaskOutcome.Open, cause));

    public void Ended(int task, in TaskEnd end) => Write(RunEventKind.Ended, task, end);

    public void Complete() => _channel.Writer.TryComplete();

    private void Write(RunEventKind kind, int task, in TaskEnd end)
    {
        var agent = table.Agents[task];
        var name = agent < 0 ? null : table.Plan.Agents[agent].Name;
        _channel.Writer.TryWrite(new RunEvent(kind, table.Plan.Graph.IdOf(task), name, time.GetElapsedTime(_started), end.Outcome, end.Reason));
    }
}
