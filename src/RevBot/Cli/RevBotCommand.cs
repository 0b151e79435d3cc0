using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;
using RevBot.Conversation.AuditLog;
using RevBot.Hosting;

namespace RevBot.Cli;

/// <summary>The command line as a table of contents. Exit codes: 0 done, 1 it could not be done (a sentence says why), 2 the command was not understood.</summary>
internal static class RevBotCommand
{
    private static readonly Option<string?> DataOption = new("--data")
    {
        Description = $"Folder of the store and company.yaml (default: ${DataFolder.Variable}, else ./data).",
        Recursive = true,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var serve = ServeCommand.Create(DataOption);
        var root = new RootCommand("RevBot answers for the pipeline: in Slack, in Microsoft Teams, on a local page and here. Without a verb it serves.")
        {
            DataOption,
            serve,
            AskCommand.Create(DataOption),
            EvalCommand.Create(DataOption),
            AlertsCommand.Create(DataOption),
            MetricsCommand.Create(DataOption),
            ImportCommand.Create(DataOption),
            ExportCommand.Create(DataOption),
            DemoCommand.Create(DataOption),
            ManifestCommand.Create(),
            DoctorCommand.Create(DataOption),
            BackupCommand.Create(DataOption),
            AuditCommand.Create(DataOption),
            FormsCommand.Create(DataOption),
        };
        foreach (var option in serve.Options)
        {
            root.Options.Add(option);
        }

        root.Action = serve.Action;
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Try --help.");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (CommandException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        catch (OptionsValidationException error)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, error.Failures));
            return 1;
        }
        catch (AuditKeyException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        catch (InvalidOperationException error) when (error.InnerException is DbException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        catch (DbException error)
        {
            await Console.Error.WriteLineAsync($"The store {DataFolder.StoreOf(parsed.GetValue(DataOption))} cannot be used: {error.Message} Stop the bot, keep a copy of the data folder, and restore the newest backup as revbot.db.");
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }
}
