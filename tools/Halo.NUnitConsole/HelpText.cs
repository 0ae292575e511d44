namespace Halo.NUnitConsole;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    public const string Text =
        """
        Runs NUnit tests on NUnit's own engine.

        Usage:
          halo-nunit ASSEMBLY... [options]

        Options:
          --where EXPRESSION    Runs only the tests that match, in the engine's selection language, which knows
                                test, name, class, method, namespace, cat and any property.
          --result FILE         Writes the results as nunit3 XML. May be given several times.
          --labels WHEN         Names each test and shows what it writes: Before or After it runs, or Off. Default Off.
          --workers NUMBER      Worker threads for parallel tests, 0 for none. Default: as the framework decides.
          --param NAME=VALUE    A parameter that tests read from TestContext.Parameters. May be given several times.
          --settings FILE       Takes the TestRunParameters, and nothing else, of a runsettings file. --param goes first.
          --explore[=FILE]      Lists the tests instead of running them: names, or nunit3 XML into the file.
          --stoponerror         Stops each assembly at its first failure.
          --help                Shows this.

        Values follow a space or an equals sign; that of --explore only an equals sign.

        Examples:
          halo-nunit Halo.Performance.dll --where "cat == Performance" --workers=1 --labels=After --result=perf.xml
          halo-nunit A.dll B.dll --where "class =~ Routing && cat != Nightly" --param Perf.MaxRetries=0

        Exit codes:
          0     all tests that ran passed, or ended with a warning or inconclusive
          1-100 the number of failures, 100 for more: failed tests, and suites that failed beside their tests
          130   ended by Ctrl-C: running tests are cut off without their teardown, and no result file is written
          -1    an argument is wrong, or a file that it names cannot be used
          -2    a file is no test assembly or cannot be loaded; nothing was run
          -3    no test ran: none matches, or all were skipped
          -100  an unexpected error
        Shells show negative codes modulo 256: 255, 254, 253 and 156.

        """;
}
