using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Channels.Teams.Connector;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>Looks whether Microsoft takes the settings there are, whether Teams has found the bot, and whether the company's rooms are open to it, for <c>doctor</c>.</summary>
public static class TeamsCheckup
{
    /// <summary>A place that no bot is in: the answer tells that the address serves and the token is taken.</summary>
    private const string Nowhere = "a:revbot-checkup";

    /// <param name="wanted">The rooms the company names.</param>
    /// <returns>Empty when Teams is not configured.</returns>
    public static async Task<IReadOnlyList<CheckupFinding>> RunAsync(IServiceProvider services, IReadOnlyList<RoomAddress> wanted, CancellationToken cancellationToken)
    {
        // Read here and not injected: wrong settings are what is looked for, and the container refuses them.
        var options = TeamsOptions.From(services.GetRequiredService<IConfiguration>());
        if (!options.IsOpen)
        {
            return [];
        }

        if (options.FindProblems() is { Count: > 0 } problems)
        {
            return [.. problems.Select(CheckupFinding.OfSetting)];
        }

        if (!options.IsConfigured)
        {
            return [new("Microsoft's emulators on this machine may talk to it without a token; Teams itself is not connected.")];
        }

        if (!Guid.TryParseExact(options.AppId, "D", out _))
        {
            return [new("MicrosoftAppId is no id of an app.", "Check MicrosoftAppId and MicrosoftAppTenantId: copy the Application (client) ID, 8-4-4-4-12 hexadecimal digits, from the app registration.")];
        }

        if (options.TenantId is { } tenant && !Guid.TryParseExact(tenant, "D", out _))
        {
            return [new("MicrosoftAppTenantId is no id of an organisation.", "Copy the Directory (tenant) ID, 8-4-4-4-12 hexadecimal digits; a domain name is not enough, because Teams names the organisation by its id.")];
        }

        if (options.AllowedTenants.FirstOrDefault(other => !Guid.TryParseExact(other, "D", out _)) is { } named)
        {
            return [new($"{TeamsOptions.Section}:AllowedTenants names {named}, which is no id of an organisation.", "Write its Directory (tenant) ID, 8-4-4-4-12 hexadecimal digits; with a domain name nobody of it is heard.")];
        }

        try
        {
            await services.GetRequiredService<ConnectorTokens>().GetAsync(cancellationToken);
        }
        catch (ConnectorException failed)
        {
            return [OfToken(failed, options)];
        }

        var connector = services.GetRequiredService<ConnectorClient>();
        var rooms = services.GetRequiredService<TeamsRooms>();
        var found = new List<CheckupFinding> { new($"Signed in as the app {options.AppId} ({options.AppType}, {options.Cloud.Name} cloud).") };
        if (await ProbeAsync(connector, await rooms.ServiceOfAsync(options.TenantId ?? string.Empty, cancellationToken), cancellationToken) is { } unreachable)
        {
            return [.. found, unreachable];
        }

        found.Add(OfArrivals([.. (await rooms.ListAsync(cancellationToken)).Where(room => options.Admits(room.Place.Tenant))]));

        foreach (var room in wanted.Where(room => room.ByChannel.ContainsKey(TeamsTranslator.Channel)))
        {
            var called = room.ByChannel[TeamsTranslator.Channel];
            var meant = await rooms.FindAllAsync(called, cancellationToken);
            found.Add(meant.Count > 1
                ? OfSeveral(room, called, meant)
                : await LookAsync(connector, room, await rooms.FindAsync(room, cancellationToken), cancellationToken));
        }

        return found;
    }

    /// <summary>Whether the messaging endpoint is right can be told only by what came in through it.</summary>
    internal static CheckupFinding OfArrivals(IReadOnlyCollection<KnownRoom> known) => known.Count == 0
        ? new(
            "Nothing has come in from Teams yet.",
            $"Set the messaging endpoint of the Azure Bot to https://YOUR-NAME{TeamsEndpoints.MessagesPath}, switch its Teams channel on, upload the package of `revbot manifest teams`, add the app and write help to it.",
            IsWarning: true)
        : new(FormattableString.Invariant($"Teams reaches the bot; last heard of a room or chat on {known.Max(room => room.SeenAt):d MMM yyyy} (known: {known.Count:N0})."));

    private static CheckupFinding OfToken(ConnectorException failed, TeamsOptions options)
    {
        var where = options.AppType == TeamsAppType.UserAssignedMSI ? "The managed identity's endpoint" : options.TokenUrl.Authority;
        return failed switch
        {
            { Code: "timeout" or "unreachable" } => new($"{where} cannot be reached: {failed.Code}.", "Check the network and the proxy: the bot must reach it to send."),
            { Code: "AADSTS7000215" or "AADSTS7000222" or "invalid_client" } => new($"{where} refuses the secret: {failed.Code}.", "Make a new client secret under Certificates & secrets and set MicrosoftAppPassword to its value (not its id)."),
            { Code: "AADSTS700016" or "unauthorized_client" } => new($"{where} does not know the app: {failed.Code}.", "Check MicrosoftAppId and MicrosoftAppTenantId: the app must be registered in that tenant."),
            { Code: "AADSTS90002" or "AADSTS900023" } => new($"{where} does not know the tenant: {failed.Code}.", "Copy the Directory (tenant) ID again and set MicrosoftAppTenantId."),
            _ => new($"{where} gives no token: {failed.Code}.", options.AppType == TeamsAppType.UserAssignedMSI ? "Assign the identity whose client id is MicrosoftAppId to this machine." : TeamsSendFailure.TokenFix),
        };
    }

    /// <summary>Null when the connector serves us.</summary>
    private static async Task<CheckupFinding?> ProbeAsync(ConnectorClient connector, string? service, CancellationToken cancellationToken)
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
            return new($"Teams does not take the token at {service}.", "Check that the bot's resource in Azure has this MicrosoftAppId and its Teams channel is switched on; a new app may need some minutes.");
        }
        catch (ConnectorException failed) when (failed.Status == 0 || failed.IsTransient)
        {
            return new($"Teams cannot be reached at {service}: {failed.Code}.", "Check the network and RevBot:Teams:Cloud.");
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    private static CheckupFinding OfSeveral(RoomAddress room, string called, IReadOnlyList<ConversationReference> meant) => new(
        FormattableString.Invariant($"{room.Name}: {meant.Count} channels are called {called}, so nothing is posted to any of them."),
        $"Write the id of the one you mean in company.yaml: {string.Join(" or ", meant.Select(place => place.RoomId).Order(StringComparer.Ordinal))} (a link to a channel, Get link to channel, has its id in it).");

    private static async Task<CheckupFinding> LookAsync(ConnectorClient connector, RoomAddress room, ConversationReference? place, CancellationToken cancellationToken)
    {
        var called = room.ByChannel[TeamsTranslator.Channel];
        if (place is null)
        {
            return new($"{room.Name}: the bot was never seen in a room called {called}.", "Add the app to its team and mention the bot there once, or write the channel's id (19:…@thread.tacv2) in company.yaml.");
        }

        try
        {
            await connector.ListMembersAsync(place.Service, place.RoomId, null, cancellationToken);
            return new($"{room.Name}: the bot is in {called}.");
        }
        catch (ConnectorException failed) when (!failed.IsTransient)
        {
            return new($"{room.Name}: Teams does not let the bot into {called}: {failed.Code}.", "Add the app to the team (Manage team, Apps), or correct the room in company.yaml.");
        }
        catch (ConnectorException failed)
        {
            return new($"{room.Name}: Teams did not tell about {called}: {failed.Code}.", "Try again in a moment.");
        }
    }
}
