using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using NUnit.Engine;

namespace Halo.NUnitConsole;

/// <summary>The tests as NUnit's engine finds and runs them, in this process.</summary>
internal sealed class EngineSession : ITestSession
{
    private readonly ITestEngine _engine;
    private readonly ITestRunner _runner;
    private readonly TestFilter _filter;

    private EngineSession(ITestEngine engine, ConsoleOptions options)
    {
        _engine = engine;
        _filter = FilterOf(engine, options.Where);
        _runner = engine.GetRunner(PackageOf(options));
    }

    /// <exception cref="UsageException">The selection is not of the engine's language.</exception>
    public static ITestSession Open(ConsoleOptions options)
    {
        var engine = TestEngineActivator.CreateInstance();
        // By default it leaves a trace file in the current folder, even an empty one.
        engine.InternalTraceLevel = InternalTraceLevel.Off;
        try
        {
            return new EngineSession(engine, options);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    public void Load()
    {
        XElement loaded;
        try
        {
            loaded = ElementOf(_runner.Load());
        }
        catch (NUnitEngineException exception)
        {
            throw new InvalidAssemblyException($"{exception.Message}: {exception.GetBaseException().Message}");
        }

        var invalid = loaded.Elements("test-suite").Where(suite => (string?)suite.Attribute("runstate") == "NotRunnable").Select(FaultOf).ToList();
        if (invalid.Count > 0) throw new InvalidAssemblyException(invalid);
        CheckPatterns();
    }

    public XElement Explore() => ElementOf(_runner.Explore(_filter));

    public XElement Run(Action<string> onEvent) => ElementOf(_runner.Run(new Listener(onEvent), _filter));

    public void Dispose()
    {
        // The engine would try to stop the tests first, and fail. A run that goes on here ends with the process.
        if (_runner.IsTestRunning) return;
        _runner.Dispose();
        _engine.Dispose();
    }

    private static TestFilter FilterOf(ITestEngine engine, string? where)
    {
        if (where is null) return TestFilter.Empty;
        var builder = engine.Services.GetService<ITestFilterService>().GetTestFilterBuilder();
        try
        {
            builder.SelectWhere(where);
            return builder.GetFilter();
        }
        catch (TestSelectionParserException exception)
        {
            throw new UsageException($"--where: {exception.Message}");
        }
    }

    private static TestPackage PackageOf(ConsoleOptions options)
    {
        var package = new TestPackage([.. options.Assemblies]);
        if (options.Workers is { } workers) package.AddSetting("NumberOfTestWorkers", workers);
        if (options.StopOnError) package.AddSetting("StopOnError", true);
        if (options.Parameters.Count > 0) package.AddSetting("TestParametersDictionary", new Dictionary<string, string>(options.Parameters, StringComparer.Ordinal));
        return package;
    }

    // The engine passes regular expressions on unread; the framework meets them when it first applies the filter.
    private void CheckPatterns()
    {
        try
        {
            _runner.CountTestCases(_filter);
        }
        catch (NUnitEngineException exception) when (exception.GetBaseException() is RegexParseException pattern)
        {
            throw new UsageException($"--where: {pattern.Message}");
        }
    }

    private static string FaultOf(XElement assembly)
    {
        var reason = assembly.Elements("properties").Elements("property").FirstOrDefault(property => (string?)property.Attribute("name") == "_SKIPREASON");
        return $"{(string?)assembly.Attribute("fullname")}: {((string?)reason?.Attribute("value") ?? "It cannot be loaded.").ReplaceLineEndings(" ")}";
    }

    private static XElement ElementOf(XmlNode node) => XElement.Load(new XmlNodeReader(node));

    private sealed class Listener(Action<string> onEvent) : ITestEventListener
    {
        public void OnTestEvent(string report) => onEvent(report);
    }
}
