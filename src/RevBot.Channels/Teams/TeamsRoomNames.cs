using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RevBot.Channels.Teams.Connector;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>Asks Teams what a team and its channels are called, so that settings can name a room as people do: <c>Team/Channel</c>.</summary>
internal sealed partial class TeamsRoomNames(ConnectorClient connector, TeamsRooms rooms, TimeProvider time, ILogger<TeamsRoomNames> logger) : BackgroundService
{
    private const string FirstChannel = "General";
    private const int MostAttempts = 4;
    private const int MostWaiting = 1_000;

    private readonly Channel<TeamsTeamPlace> _asked = Channel.CreateBounded<TeamsTeamPlace>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<(string Tenant, string TeamId), bool> _askedOnce = new();

    /// <summary>Asks in the background.</summary>
    public void Ask(TeamsTeamPlace team) => _asked.Writer.TryWrite(team);

    /// <summary>Asks unless that was done since the start.</summary>
    public void AskOnce(TeamsTeamPlace team)
    {
        if (_askedOnce.Count < MostWaiting && _askedOnce.TryAdd((team.Tenant, team.TeamId), true))
        {
            Ask(team);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var team in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                await LearnAsync(team, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops; names are asked for again when they are missed.
        }
    }

    private async Task LearnAsync(TeamsTeamPlace team, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromSeconds(2);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var teamName = (await connector.GetTeamAsync(team.Service, team.TeamId, cancellationToken)).Name ?? team.TeamId;
                foreach (var room in await connector.ListRoomsAsync(team.Service, team.TeamId, cancellationToken))
                {
                    if (room.Id is { Length: > 0 } id)
                    {
                        var place = new ConversationReference(TeamsTranslator.Channel, team.Tenant, id, Service: team.Service);
                        await rooms.SeenAsync(place, $"{teamName}/{(string.IsNullOrEmpty(room.Name) ? FirstChannel : room.Name)}", null, cancellationToken);
                    }
                }

                return;
            }
            catch (ConnectorException failed) when (failed.IsTransient && attempt < MostAttempts)
            {
                await Task.Delay(failed.RetryAfter ?? wait, time, cancellationToken);
                wait *= 2;
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // Rooms can be named by their ids all the same.
                LogNotLearned(failed);
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams did not tell the names of a team's channels; company.yaml can name them by their ids.")]
    private partial void LogNotLearned(Exception failure);
}
