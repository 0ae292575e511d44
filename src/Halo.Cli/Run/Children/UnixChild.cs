using System.ComponentModel;
using System.IO.Pipes;

namespace Halo.Cli;

/// <summary>
/// A program in a process group of its own, with all that it starts and that does not leave the group. It begins only after
/// its group is known to the watchdog, so that it cannot outlive this process, however that ends.
/// </summary>
internal sealed class UnixChild : IChild
{
    // Waits for the go-ahead: at the end of a run that died before there is none.
    private const string Starter = "IFS= read -r HALO_GO <&3 || exit 126; exec 3<&-; unset HALO_GO; exec \"$@\"";
    private const int WaiterStack = 128 << 10;

    private readonly int _group;
    private readonly CommandGroups _groups;
    private readonly AnonymousPipeServerStream _output;
    private readonly AnonymousPipeServerStream _errors;

    private UnixChild(int group, CommandGroups groups, AnonymousPipeServerStream output, AnonymousPipeServerStream errors)
    {
        (_group, _groups, _output, _errors) = (group, groups, output, errors);
        Exited = WaitAsync(group);
    }

    public Stream Output => _output;

    public Stream Errors => _errors;

    public Task<int?> Exited { get; }

    public bool IsLeft => !Exited.IsCompleted || LibC.GroupExists(_group);

    /// <exception cref="Win32Exception">It cannot be started.</exception>
    /// <exception cref="FileNotFoundException">There is no such program.</exception>
    public static UnixChild Start(IReadOnlyList<string> words, IReadOnlyList<string> environment, CommandGroups groups)
    {
        ProgramFile.Require(words[0]);
        using var gate = new AnonymousPipeServerStream(PipeDirection.Out);
        var (output, errors) = (new AnonymousPipeServerStream(PipeDirection.In), new AnonymousPipeServerStream(PipeDirection.In));
        try
        {
            var group = Spawn.Shell(
                ["sh", "-c", Starter, "halo", .. words], environment, (1, output.ClientSafePipeHandle), (2, errors.ClientSafePipeHandle), (3, gate.ClientSafePipeHandle));
            foreach (var pipe in (AnonymousPipeServerStream[])[gate, output, errors]) pipe.DisposeLocalCopyOfClientHandle();
            groups.Add(group);
            gate.WriteByte((byte)'\n');
            return new UnixChild(group, groups, output, errors);
        }
        catch
        {
            output.Dispose();
            errors.Dispose();
            throw;
        }
    }

    public bool Ask()
    {
        LibC.SignalGroup(_group, _groups.Signal);
        return true;
    }

    public void Kill() => LibC.SignalGroup(_group, LibC.Kill);

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        if (!IsLeft) _groups.Remove(_group);
    }

    /// <summary>Waits for a child on a thread of its own: nothing else can without taking the ends of other children.</summary>
    public static Task<int?> WaitAsync(int process)
    {
        var ended = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => ended.SetResult(LibC.WaitFor(process)), WaiterStack) { IsBackground = true, Name = "halo child" }.Start();
        return ended.Task;
    }
}
