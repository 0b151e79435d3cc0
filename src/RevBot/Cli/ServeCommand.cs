using System.CommandLine;
using RevBot.Hosting;

namespace RevBot.Cli;

/// <summary><c>revbot serve</c>: the bot itself, until Ctrl-C.</summary>
internal static class ServeCommand
{
    public static Command Create(Option<string?> data)
    {
        var port = new Option<int>("--port") { Description = "Port on localhost (default 3978; 0 takes a free one).", CustomParser = GivenValues.WholeNumber("--port", 0, 65_535), DefaultValueFactory = _ => 3978 };
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on instead of localhost, for example http://0.0.0.0:8080." };
        var command = new Command("serve", "Serves Slack, Microsoft Teams and the local page (the default verb).") { port, urls };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            var address = parsed.GetValue(urls) ?? $"http://localhost:{parsed.GetValue(port)}";
            if (parsed.GetValue(urls) is null && parsed.GetValue(port) == 0)
            {
                // Kestrel cannot take a free port on the name localhost, which stands for two addresses.
                address = "http://127.0.0.1:0";
            }

            await using var server = new Server(folder, address);
            return await server.RunAsync(cancellationToken);
        });
        return command;
    }
}
