namespace Halo.Reporting;

/// <summary>A lane of a Gantt chart in characters: each task from its start to its end, its id inside where there is room.</summary>
internal sealed class GanttChartLine
{
    private const char FirstWide = '\u1100'; // from here on letters may be two columns wide

    private readonly Schedule _schedule;
    private readonly ScheduleStory _story;
    private readonly char[] _cells;
    private readonly int[] _owners; // -1 for none

    public GanttChartLine(ScheduleStory story, ScheduleLane lane, int columns)
    {
        (_schedule, _story) = (story.Schedule, story);
        _cells = new char[columns];
        _owners = new int[columns];
        Array.Fill(_cells, ' ');
        Array.Fill(_owners, -1);
        foreach (var task in lane.Tasks) Draw(task);
    }

    public void Write(IReportPen pen, int agent)
    {
        for (var first = 0; first < _cells.Length;)
        {
            var end = first + 1;
            while (end < _cells.Length && _owners[end] == _owners[first]) end++;
            var piece = new string(_cells, first, end - first);
            if (_owners[first] < 0) pen.Write(piece);
            else pen.WriteOf(piece, agent, _story.IsCritical(_owners[first]));
            first = end;
        }
    }

    private void Draw(int task)
    {
        var scale = _schedule.Makespan > TimeSpan.Zero ? _cells.Length / _schedule.Makespan.TotalSeconds : 0;
        var first = Math.Min((int)Math.Round(_schedule.StartOf(task).TotalSeconds * scale), _cells.Length - 1);
        var end = Math.Clamp((int)Math.Round(_schedule.FinishOf(task).TotalSeconds * scale), first + 1, _cells.Length);
        var isCritical = _story.IsCritical(task);
        // A short task may share its column with others: the critical one is to be seen.
        if (!isCritical && end == first + 1 && _owners[first] >= 0 && _story.IsCritical(_owners[first])) return;
        Array.Fill(_owners, task, first, end - first);
        Fill(_cells.AsSpan(first, end - first), isCritical);
        Label(_cells.AsSpan(first, end - first), VisibleText.Of(_schedule.Graph.IdOf(task)));
    }

    private static void Fill(Span<char> bar, bool isCritical)
    {
        if (bar.Length == 1)
        {
            bar[0] = isCritical ? '┃' : '│';
            return;
        }

        bar.Fill(isCritical ? '━' : '─');
        bar[0] = isCritical ? '┣' : '├';
        bar[^1] = isCritical ? '┫' : '┤';
    }

    private static void Label(Span<char> bar, string id)
    {
        const int Shortest = 5;
        if (bar.Length < Shortest || id.AsSpan().ContainsAnyInRange(FirstWide, '\uffff')) return;
        var room = bar[1..^1];
        if (id.Length <= room.Length)
        {
            id.CopyTo(room);
            return;
        }

        id.AsSpan(0, room.Length - 1).CopyTo(room);
        room[^1] = '…';
    }
}
