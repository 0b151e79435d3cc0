using System.CommandLine;
using System.Data.Common;
using RevBot.Hosting;
using RevBot.Storage.Upkeep;

namespace RevBot.Cli;

/// <summary><c>revbot backup FILE</c>: a consistent copy of the store, also while a server runs on it.</summary>
internal static class BackupCommand
{
    public static Command Create(Option<string?> data)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the copy; must not exist yet." };
        var command = new Command("backup", "Copies the store consistently, also while the bot is running.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = Tools.Open(DataFolder.Existing(parsed.GetValue(data)));
            var target = Path.GetFullPath(parsed.GetValue(file) ?? string.Empty);
            try
            {
                await tools.Services.GetRequiredService<StoreBackup>().BackupAsync(target, cancellationToken);
            }
            catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException or DbException)
            {
                throw new CommandException($"No backup was made: {error.Message}", error);
            }

            await Console.Out.WriteLineAsync($"Copied the store to {target} ({new FileInfo(target).Length / 1024:N0} KB).");
            return 0;
        });
        return command;
    }
}
