using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Channels.Teams.Auth;

namespace RevBot.Channels.Teams;

/// <summary>Teams' request address, under the name every bot has.</summary>
public static class TeamsEndpoints
{
    public const string MessagesPath = "/api/messages";

    /// <summary>Maps it when Teams is configured; else nothing.</summary>
    /// <param name="isDemo">Whether the people of the store are made up: only then the users of a local emulator may be some of them.</param>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder endpoints, bool isDemo)
    {
        if (endpoints.ServiceProvider.GetService<TeamsHttpDoor>() is { } door)
        {
            endpoints.ServiceProvider.GetRequiredService<LocalMode>().IsDemo = isDemo;
            endpoints.MapPost(MessagesPath, door.ReceiveAsync);
        }

        return endpoints;
    }
}
