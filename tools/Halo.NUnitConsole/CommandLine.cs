using System.Globalization;

namespace Halo.NUnitConsole;

/// <summary>Reads the arguments. Every fault is found before any is reported.</summary>
internal sealed class CommandLine
{
    private readonly List<string> _assemblies = [];
    private readonly List<string> _results = [];
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];
    private ConsoleOptions _options = new();
    private string? _settings;

    private CommandLine()
    {
    }

    /// <summary>Whether the arguments ask for help, which then is all they ask for.</summary>
    public static bool AsksForHelp(IEnumerable<string> arguments) => arguments.Any(argument => argument is "--help" or "-h" or "-?");

    /// <exception cref="UsageException">The arguments are wrong.</exception>
    public static ConsoleOptions Parse(IReadOnlyList<string> arguments) => new CommandLine().Read(arguments);

    private ConsoleOptions Read(IReadOnlyList<string> arguments)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            if (!arguments[at].StartsWith('-'))
            {
                _assemblies.Add(arguments[at]);
                continue;
            }

            var equals = arguments[at].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? arguments[at] : arguments[at][..equals];
            var value = equals < 0 ? null : arguments[at][(equals + 1)..];
            if (equals < 0 && TakesNext(name) && at + 1 < arguments.Count && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal)) value = arguments[++at];
            Apply(name, value);
        }

        if (_assemblies.Count == 0) _faults.Add("Name at least one test assembly.");
        if (_options.Explore && _results.Count > 0) _faults.Add("--explore runs no test, so there is nothing for --result; use --explore=FILE.");
        var parameters = Parameters();
        if (_faults.Count > 0) throw new UsageException(_faults);
        return _options with { Assemblies = _assemblies, ResultFiles = _results, Parameters = parameters };
    }

    private static bool TakesNext(string name) => name is "--where" or "--result" or "--labels" or "--workers" or "--param" or "--settings";

    private void Apply(string name, string? value)
    {
        if (TakesNext(name) && string.IsNullOrWhiteSpace(value))
        {
            _faults.Add($"{name} needs a value.");
            return;
        }

        if (name is not ("--result" or "--param") && !_seen.Add(name)) _faults.Add($"{name} is given twice.");
        switch (name)
        {
            case "--where": _options = _options with { Where = value }; break;
            case "--result": _results.Add(value!); break;
            case "--labels": ApplyLabels(value!); break;
            case "--workers": ApplyWorkers(value!); break;
            case "--param": ApplyParameter(value!); break;
            case "--settings": _settings = value; break;
            case "--explore" when value != "": _options = _options with { Explore = true, ExploreFile = value }; break;
            case "--explore": _faults.Add("--explore= needs a file; --explore alone lists the tests on the console."); break;
            case "--stoponerror" when value is null: _options = _options with { StopOnError = true }; break;
            case "--stoponerror": _faults.Add("--stoponerror takes no value."); break;
            default: _faults.Add($"There is no option '{name}'."); break;
        }
    }

    private void ApplyLabels(string value)
    {
        // By name only: the enum's own parser would take numbers too.
        if (Enum.GetNames<LabelMode>().FirstOrDefault(mode => mode.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } name) _options = _options with { Labels = Enum.Parse<LabelMode>(name) };
        else _faults.Add($"--labels cannot be '{value}'; it is one of {string.Join(", ", Enum.GetNames<LabelMode>())}.");
    }

    private void ApplyWorkers(string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var workers)) _options = _options with { Workers = workers };
        else _faults.Add($"--workers cannot be '{value}'; it is a whole number from 0.");
    }

    private void ApplyParameter(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) _faults.Add($"--param cannot be '{value}'; it is NAME=VALUE.");
        else if (!_parameters.TryAdd(value[..equals], value[(equals + 1)..])) _faults.Add($"--param gives '{value[..equals]}' twice.");
    }

    private Dictionary<string, string> Parameters()
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            if (_settings is not null) parameters = RunSettingsFile.ReadParameters(_settings);
        }
        catch (UsageException exception)
        {
            _faults.AddRange(exception.Faults);
        }

        foreach (var (name, value) in _parameters) parameters[name] = value;
        return parameters;
    }
}
