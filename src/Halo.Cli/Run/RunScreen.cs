using System.Globalization;
using System.Text;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>A run on a terminal: a table of the agents with the figures so far, drawn again in its place.</summary>
internal sealed class RunScreen : IRunView
{
    private const string ClearBelow = "\u001b[J";
    private const int MostAgents = 30;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly RunTally _tally;
    private readonly TextWriter _writer;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly ITimer _timer;
    private readonly RunOutput _output;
    private int _height;
    private bool _isClosed;

    public RunScreen(Schedule schedule, TextWriter writer, RunOutput output, TimeProvider time)
    {
        (_tally, _writer, _output, _time, _started) = (new RunTally(schedule), writer, output, time, time.GetTimestamp());
        _timer = time.CreateTimer(_ => output.Try(Draw), null, TimeSpan.Zero, Period);
    }

    public void Show(RunEvent happened)
    {
        lock (_lock) _tally.Note(happened);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _output.Try(Draw);
        lock (_lock) _isClosed = true; // a draw that was on its way comes too late
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (_isClosed) return;
            var frame = new StringBuilder();
            if (_height > 0) frame.Append(CultureInfo.InvariantCulture, $"\u001b[{_height}A\r{ClearBelow}");
            var lines = Lines();
            foreach (var line in lines) frame.Append(line).Append('\n');
            _height = lines.Count;
            _writer.Write(frame.ToString());
        }
    }

    private List<string> Lines()
    {
        var agents = _tally.Agents.Take(MostAgents).ToArray();
        var width = Math.Max(5, agents.Select(agent => VisibleText.Of(agent.Name).Length).DefaultIfEmpty().Max());
        var lines = new List<string> { $"{"Agent".PadRight(width)}  running   done  failed  retries" };
        foreach (var agent in agents)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{VisibleText.Of(agent.Name).PadRight(width)}  {agent.Running,7}  {agent.Done,5}  {agent.Failed,6}  {agent.Retries,7}"));
        }

        var left = _tally.Left is { } time ? $", about {RunWords.Of(time)} left" : "";
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"{_tally.Ended} of {PlanSummary.Count(_tally.Tasks, "task")}, {_tally.Failed} failed, {_tally.Retries} {(_tally.Retries == 1 ? "retry" : "retries")}, {RunWords.Of(_time.GetElapsedTime(_started))}{left}"));
        return lines;
    }
}
