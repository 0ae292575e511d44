namespace Halo.Formats;

/// <summary>
/// Job shops as text: <c>jobs machines</c>, then a job on each line, as pairs of machine and time (JSPLIB) or, where operations have a
/// choice, as counted lists of them (FJSPLIB, <c>.fjs</c>); or <c>operations precedences machines</c> with lines of both (ScheduleOpt).
/// Machines are numbered from 0 or from 1, <c>#</c> begins a comment.
/// </summary>
internal sealed class JobShopTextFormat : ITaskFileFormat
{
    public string Name => "job shop text";

    public string Mark => "a text that begins with the numbers of jobs and machines, with a job on each line after it";

    public bool Recognizes(Glance glance) => glance.NumberText is not (NumberTextKind.None or NumberTextKind.TaskGraph);

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits)
    {
        var draft = new TaskFileDraft(Name, file, limits);
        var shop = new JobShop(draft);
        var kind = NumberTextGlance.KindOf(utf8);
        var table = NumberTable.Read(utf8, int.MaxValue, int.MaxValue, draft);
        if (kind == NumberTextKind.PrecedenceJobShop) PrecedenceTextReader.Read(table, shop);
        else new JobShopTextReader(table, shop, kind == NumberTextKind.FlexibleJobShop).Read();
        draft.Format = kind switch
        {
            NumberTextKind.FlexibleJobShop => "flexible job shop text",
            NumberTextKind.PrecedenceJobShop => "flexible job shop text with precedences",
            _ => Name,
        };
        return shop.Finish();
    }
}
