using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using RevBot.Channels;
using RevBot.Conversation;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Routing;
using RevBot.Demo;
using RevBot.Intents.Company;
using RevBot.Models;
using RevBot.Pipeline;

namespace RevBot.Hosting;

/// <summary>The running bot: doors open, workers at work, until it is told to stop; then doors close, what is on its way is finished, and the store is left clean.</summary>
internal sealed class Server(DataFolder folder, string address) : IAsyncDisposable
{
    private static readonly string[] Questions =
    [
        "where is the pipeline by stage?",
        "win rate by source last quarter vs the one before",
        "move Acme to negotiation",
    ];

    private WebApplication? _app;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        CheckAddress();
        using var held = folder.TryLock()
            ?? throw new CommandException($"Another RevBot serves {folder.Path}. Stop it first, or name another folder with --data DIR.");
        // appsettings.json stands beside the program, wherever it is started from.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(address);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        var demo = folder.IsUnused && !ChannelRegistration.HasPlatform(builder.Configuration)
            ? new DemoCompany(FirstStart.DemoSeed, FirstStart.DemoDeals, TimeProvider.System.GetUtcNow())
            : null;
        var model = ModelOptions.From(builder.Configuration);
        builder.Services.AddRevBot(folder, builder.Configuration, demo?.Profile, model);
        if (builder.Configuration["RevBot:Workers"] != "false")
        {
            builder.Services.AddConversationWorkers();
        }

        builder.Services.AddHostedService<CompanyReloader>();
        builder.Services.AddHostedService<RehearsalWorker>();
        _app = builder.Build();

        // Settings that are refused are refused before the store is written and a door is open.
        _app.Services.GetService<IStartupValidator>()?.Validate();
        _app.Services.GetRequiredService<IAuditLog>().RequireKey();
        if (demo is not null)
        {
            await FirstStart.WriteDemoAsync(demo, folder, _app.Services, cancellationToken);
        }

        var origin = await _app.Services.GetRequiredService<IPipelineLoader>().GetOriginAsync(cancellationToken);

        // What was registered and what is stored are looked at side by side: each takes a third of the way to ready.
        await Task.WhenAll(
            Task.Run(_app.Services.GetRequiredService<ConversationChecks>().Verify, cancellationToken),
            RefuseLostStagesAsync(_app.Services, cancellationToken));
        _app.MapHealth();
        _app.MapAbout(model.IsConfigured);
        var showPage = _app.Environment.IsDevelopment() || (origin == "demo" && RevBotHost.ShowsPage(builder.Configuration));
        _app.MapChannels(showPage, isDemo: origin == "demo");
        await _app.StartAsync(cancellationToken);
        await GreetAsync(_app, showPage, cancellationToken);
        using var stop = cancellationToken.Register(_app.Lifetime.StopApplication);
        await _app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>An address that cannot be listened on is said in a sentence before anything is opened, the demo company included.</summary>
    /// <exception cref="CommandException">It is no address, or something listens there.</exception>
    private void CheckAddress()
    {
        foreach (var one in address.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            BindingAddress binding;
            try
            {
                binding = BindingAddress.Parse(one);
            }
            catch (FormatException error)
            {
                throw new CommandException($"--urls {one} is not an address; write http://0.0.0.0:8080.", error);
            }

            if (binding.IsUnixPipe)
            {
                continue;
            }

            if (binding.Port is < 0 or > 65_535)
            {
                throw new CommandException($"--urls {one} has no port from 0 to 65,535.");
            }

            var host = IPAddress.TryParse(binding.Host, out var ip) ? ip : binding.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
            try
            {
                using var probe = new TcpListener(host, binding.Port);
                probe.Start();
            }
            catch (SocketException error)
            {
                throw new CommandException($"Cannot listen on {one}: {error.Message}. Stop what listens there, or name another port with --port.", error);
            }
        }
    }

    /// <exception cref="CommandException">A stage that holds deals is not in company.yaml any more: every one is named.</exception>
    private static async Task RefuseLostStagesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var snapshot = await services.GetRequiredService<IPipelineReader>().GetSnapshotAsync(null, cancellationToken);
        var company = services.GetRequiredService<CompanySource>();
        var counts = CompanySource.CountDeals(snapshot);
        if (counts.Keys.Any(stage => company.Profile.Process.Find(stage) is null))
        {
            // The file is read again only for the line to quote.
            throw new CommandException(string.Join(Environment.NewLine, CompanySource.MissingStages(CompanyFile.Load(company.Path), counts)));
        }
    }

    private async Task GreetAsync(WebApplication app, bool showPage, CancellationToken cancellationToken)
    {
        var snapshot = await app.Services.GetRequiredService<IPipelineReader>().GetSnapshotAsync(null, cancellationToken);
        var page = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? address;
        var company = app.Services.GetRequiredService<Pipeline.Company.ICompany>().Profile.Name;
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"RevBot serves {company}: {snapshot.Deals.Length:N0} deals in {folder.Path}."),
        };
        lines.AddRange(ChannelRegistration.Describe(app.Services));
        if (app.Services.GetService<ModelOptions>() is { } model)
        {
            lines.Add($"Sentences that are not understood are sent to {model.Name} at {model.Url} to be read; `revbot doctor` shows what is sent.");
        }

        if (showPage)
        {
            lines.Add($"Open {page}/ and try:");
            lines.AddRange(Questions.Select(question => $"  {question}"));
        }
        else if (snapshot.Deals.Length == 0)
        {
            lines.Add("It is empty: bring your deals with `revbot import deals FILE.csv`.");
        }
        else if (!ChannelRegistration.HasPlatform(app.Configuration))
        {
            lines.Add("No platform is connected: README tells how to connect Slack and Teams; or open the local page with DOTNET_ENVIRONMENT=Development.");
        }

        lines.Add("Ctrl-C stops it.");
        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines));
    }
}
