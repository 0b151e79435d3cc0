using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RevBot.Channels.Teams.Connector;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>Looks whether Teams can be reached with the settings there are, and whether the company's rooms are open to the bot, for <c>doctor</c>.</summary>
public static class TeamsCheckup
{
    /// <summary>A place that no bot is in: the answer tells that the address serves and the token is taken.</summary>
    private const string Nowhere = "a:revbot-checkup";

    /// <summary>What was found; each problem with its fix, a good finding with none. Empty when Teams is not configured.</summary>
    /// <param name="wanted">The rooms the company names.</param>
    public static async Task<IReadOnlyList<(string Sentence, string? Fix)>> RunAsync(
        IServiceProvider services, IReadOnlyList<RoomAddress> wanted, CancellationToken cancellationToken)
    {
        TeamsOptions options;
        try
        {
            options = services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        }
        catch (OptionsValidationException invalid)
        {
            return [.. invalid.Failures.Select(problem => problem.Split(": ", 2)).Select(parts => (parts[0], (string?)parts[^1]))];
        }

        if (!options.IsConfigured)
        {
            return options.IsOpen ? [("Microsoft's emulators on this machine may talk to it without a token; Teams itself is not connected.", null)] : [];
        }

        var connector = services.GetRequiredService<ConnectorClient>();

        try
        {
            await services.GetRequiredService<ConnectorTokens>().GetAsync(cancellationToken);
        }
        catch (ConnectorException failed)
        {
            return [OfToken(failed, options)];
        }

        var rooms = services.GetRequiredService<TeamsRooms>();
        var found = new List<(string, string?)> { ($"Signed in as the app {options.AppId} ({options.AppType}, {options.Cloud.Name} cloud).", null) };
        if (await ProbeAsync(connector, await rooms.ServiceOfAsync(options.TenantId ?? string.Empty, cancellationToken), cancellationToken) is { } unreachable)
        {
            return [.. found, unreachable];
        }

        foreach (var room in wanted.Where(room => room.ByChannel.ContainsKey(TeamsTranslator.Channel)))
        {
            found.Add(await LookAsync(connector, room, await rooms.FindAsync(room, cancellationToken), cancellationToken));
        }

        return found;
    }

    private static (string, string?) OfToken(ConnectorException failed, TeamsOptions options)
    {
        var where = options.AppType == TeamsAppType.UserAssignedMSI ? "The managed identity's endpoint" : options.TokenUrl.Authority;
        return failed switch
        {
            { Code: "timeout" or "unreachable" } => ($"{where} cannot be reached: {failed.Code}.", "Check the network and the proxy: the bot must reach it to send."),
            { Code: "AADSTS7000215" or "AADSTS7000222" or "invalid_client" } => ($"{where} refuses the secret: {failed.Code}.", "Make a new client secret under Certificates & secrets and set MicrosoftAppPassword to its value (not its id)."),
            { Code: "AADSTS700016" or "unauthorized_client" } => ($"{where} does not know the app: {failed.Code}.", "Check MicrosoftAppId and MicrosoftAppTenantId: the app must be registered in that tenant."),
            { Code: "AADSTS90002" or "AADSTS900023" } => ($"{where} does not know the tenant: {failed.Code}.", "Copy the Directory (tenant) ID again and set MicrosoftAppTenantId."),
            _ => ($"{where} gives no token: {failed.Code}.", options.AppType == TeamsAppType.UserAssignedMSI ? "Assign the identity whose client id is MicrosoftAppId to this machine." : TeamsSendFailure.TokenFix),
        };
    }

    /// <summary>Null when the connector serves us.</summary>
    private static async Task<(string, string?)?> ProbeAsync(ConnectorClient connector, string? service, CancellationToken cancellationToken)
    {
        if (service is null)
        {
            return null;
        }

        try
        {
            await connector.ListMembersAsync(service, Nowhere, null, cancellationToken);
            return null;
        }
        catch (ConnectorException failed) when (failed.Status == 401)
        {
            return ($"Teams does not take the token at {service}.", "Check that the bot's resource in Azure has this MicrosoftAppId and its Teams channel is switched on; a new app may need some minutes.");
        }
        catch (ConnectorException failed) when (failed.Status == 0 || failed.IsTransient)
        {
            return ($"Teams cannot be reached at {service}: {failed.Code}.", "Check the network and RevBot:Teams:Cloud.");
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    private static async Task<(string, string?)> LookAsync(ConnectorClient connector, RoomAddress room, ConversationReference? place, CancellationToken cancellationToken)
    {
        var called = room.ByChannel[TeamsTranslator.Channel];
        if (place is null)
        {
            return ($"{room.Name}: the bot was never seen in a room called {called}.", "Add the app to its team and mention the bot there once, or write the channel's id (19:…@thread.tacv2) in company.yaml.");
        }

        try
        {
            await connector.ListMembersAsync(place.Service, place.RoomId, null, cancellationToken);
            return ($"{room.Name}: the bot is in {called}.", null);
        }
        catch (ConnectorException failed) when (!failed.IsTransient)
        {
            return ($"{room.Name}: Teams does not let the bot into {called}: {failed.Code}.", "Add the app to the team (Manage team, Apps), or correct the room in company.yaml.");
        }
        catch (ConnectorException failed)
        {
            return ($"{room.Name}: Teams did not tell about {called}: {failed.Code}.", "Try again in a moment.");
        }
    }
}
