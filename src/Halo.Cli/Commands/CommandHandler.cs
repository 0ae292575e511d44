using System.Text.Json.Serialization;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>Does the tasks of an agent by its command; the result is what the last line of the command's output means.</summary>
internal sealed class CommandHandler(CommandTemplate template, TaskLogs logs, IRunView view) : ITaskHandler
{
    public async ValueTask<object?> HandleAsync(PlannedTask task, TaskContext context, CancellationToken cancellationToken)
    {
        view.Attempt(task.Id, context.Agent, context.Attempt);
        var words = template.WordsFor(task.Graph, task.Index, context.Agent, context.Attempt);
        await using var log = logs.Open(task.Id, context.Agent, context.Attempt, words);
        return CommandResult.Of(await ChildProcess.RunAsync(words, log, cancellationToken));
    }
}

/// <summary>How a journal keeps results.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(AttributeValueConverter)])]
[JsonSerializable(typeof(AttributeValue))]
internal sealed partial class CommandResultContext : JsonSerializerContext;
