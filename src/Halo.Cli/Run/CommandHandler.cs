using System.Text.Json.Serialization;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>Does the tasks of an agent by its command; the result is what the last line of the command's output means.</summary>
internal sealed class CommandHandler(CommandTemplate template, TaskLogs logs, CommandGroups groups) : ITaskHandler
{
    public async ValueTask<object?> HandleAsync(PlannedTask task, TaskContext context, CancellationToken cancellationToken)
    {
        // A task that came here from another agent was not looked at before the run.
        if (template.MissingFor(task.Graph, task.Index) is { Length: > 0 } missing)
        {
            throw new TaskFailedException($"The command of '{context.Agent}' asks for {missing}, which the task does not have.", "attribute");
        }

        var words = template.WordsFor(task.Graph, task.Index, context.Agent, context.Attempt);
        await using var log = logs.Open(task.Id, context.Agent, context.Attempt, words);
        return CommandResult.Of(await ChildProcess.RunAsync(words, CommandEnvironment.Of(task, context, template.Attributes), log, groups, cancellationToken));
    }
}

/// <summary>How a journal keeps results.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(AttributeValueConverter)])]
[JsonSerializable(typeof(AttributeValue))]
internal sealed partial class CommandResultContext : JsonSerializerContext;
