namespace Halo.Unit;

/// <summary>Lets every write and every flush of some writing fail, for once or for good, with and without a part of the bytes.</summary>
internal static class WriteFaults
{
    /// <summary>All streams that fail where a healthy one is written or flushed.</summary>
    public static IEnumerable<BrokenStream> Of(int writes, int flushes) =>
        from staysBroken in (bool[])[false, true]
        from stream in (IEnumerable<BrokenStream>)
        [
            .. from write in Enumerable.Range(0, writes)
            from part in (int[])[0, 3]
            select new BrokenStream { FailingWrite = write, Part = part, StaysBroken = staysBroken },
            .. from flush in Enumerable.Range(0, flushes) select new BrokenStream { FailingFlush = flush, StaysBroken = staysBroken },
        ]
        select stream;

    /// <summary>What is not as it must be: the fault reaches the caller itself, nothing is written after it, and the stream stays open.</summary>
    public static IReadOnlyList<string> Wrong(Action<Stream> write)
    {
        var whole = new BrokenStream();
        write(whole);
        List<string> wrong = [];
        if (whole.Writes == 0 || whole.IsClosed) wrong.Add($"Without a fault: {whole.Writes} writes, closed: {whole.IsClosed}.");
        foreach (var stream in Of(whole.Writes, whole.Flushes))
        {
            var thrown = Thrown(write, stream);
            if (thrown != stream.Fault) wrong.Add($"{stream}: thrown is {thrown?.ToString() ?? "nothing"}.");
            if (stream.IsClosed) wrong.Add($"{stream}: it is closed.");
            if (stream.Written.Length != stream.WrittenAtFault)
                wrong.Add($"{stream}: {stream.Written.Length - stream.WrittenAtFault} bytes are written after the fault.");
            if (!whole.Written.StartsWith(stream.Written)) wrong.Add($"{stream}: what is written is not the beginning of the whole.");
        }

        return wrong;
    }

    private static Exception? Thrown(Action<Stream> write, Stream stream)
    {
        try
        {
            write(stream);
            return null;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
