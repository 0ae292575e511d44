using System.Diagnostics;
using System.Text;

namespace Halo.Unit.Browser;

/// <summary>A page after its scripts have run.</summary>
/// <param name="Dom">The document as the browser then has it.</param>
/// <param name="Console">What was written to the console, errors included.</param>
internal sealed record BrowserPage(string Dom, IReadOnlyList<string> Console);

/// <summary>A headless Chromium.</summary>
internal static class Chromium
{
    private const string ProgramVariable = "HALO_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Opens a page and lets its scripts run. The test is reported as ignored where there is no browser.</summary>
    public static BrowserPage Open(string html)
    {
        var program = Find();
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };

        // No sandbox: it does not start for the root user of a container. Virtual time runs timers and pictures to their end.
        foreach (var argument in (string[])["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--enable-logging=stderr", "--log-level=0", $"--user-data-dir={folder.File("profile")}", "--virtual-time-budget=5000", "--dump-dom", new Uri(folder.Write("page.html", html)).AbsoluteUri])
        {
            start.ArgumentList.Add(argument);
        }

        using var browser = Process.Start(start)!;
        try
        {
            var (output, error) = (browser.StandardOutput.ReadToEndAsync(), browser.StandardError.ReadToEndAsync());
            if (!Task.WaitAll([output, error], Patience)) Assert.Fail($"'{program}' did not end within {Patience.TotalSeconds} s.");
            Assert.That(output.Result, Does.Contain("<html"), $"'{program}' showed no page: {error.Result}");
            return new BrowserPage(output.Result, [.. error.Result.Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))]);
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            browser.WaitForExit();
        }
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(ProgramVariable) is { Length: > 0 } named) return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is null) Assert.Ignore($"There is no Chromium: install one ('apt-get install chromium'), or set {ProgramVariable} to its program.");
        return found!;
    }
}
