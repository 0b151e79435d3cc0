using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace RevBot.Channels.Slack;

/// <summary>Slack's three request addresses.</summary>
public static class SlackEndpoints
{
    public const string EventsPath = "/slack/events";
    public const string CommandsPath = "/slack/commands";
    public const string InteractivityPath = "/slack/interactivity";

    /// <summary>Maps them when Slack is configured with a signing secret; else nothing.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<SlackHttpDoor>() is { IsOpen: true } door)
        {
            endpoints.MapPost(EventsPath, door.ReceiveEventAsync);
            endpoints.MapPost(CommandsPath, door.ReceiveCommandAsync);
            endpoints.MapPost(InteractivityPath, door.ReceiveInteractionAsync);
        }

        return endpoints;
    }
}
