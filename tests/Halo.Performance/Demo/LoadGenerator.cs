using System.Diagnostics;
using System.Globalization;

namespace Halo.Performance;

/// <summary>Processes that keep every processor busy until disposed; they end by themselves soon after this one has.</summary>
internal sealed class LoadGenerator : IDisposable
{
    private const int PerProcessor = 2;

    private readonly Process[] _processes;

    private LoadGenerator(Process[] processes) => _processes = processes;

    /// <summary>Starts twice as many as there are processors.</summary>
    public static LoadGenerator Start() => Start(Environment.ProcessorCount * PerProcessor);

    /// <summary>Starts so many.</summary>
    public static LoadGenerator Start(int processes)
    {
        // Between two rounds of counting each looks whether its parent still lives.
        var script = string.Create(CultureInfo.InvariantCulture, $"while kill -0 {Environment.ProcessId} 2>/dev/null; do i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; done");
        return new LoadGenerator([.. Enumerable.Range(0, processes).Select(_ => Process.Start("sh", ["-c", script]))]);
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
    }
}
