using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Alerts;

/// <summary>Tells those who answer for the alerts, in person, what is the matter with a room: once, until it is over. A singleton.</summary>
public sealed partial class RoomNotices(IServiceScopeFactory scopes, IAlertStore alerts, ICompany company, TimeProvider time, ILogger<RoomNotices> logger) : IDisposable
{
    private readonly SemaphoreSlim _oneByOne = new(1, 1);
    private readonly ConcurrentDictionary<string, HashSet<string>> _told = new(StringComparer.Ordinal);

    /// <summary>False when it is known that nothing of the kind is told of any room: then there is nothing to end.</summary>
    public bool MayStand(string kind) => !_told.TryGetValue(kind, out var told) || told.Count > 0;

    /// <summary>Tells it, unless it is told already.</summary>
    /// <param name="kind">Of the marks, and of the messages' runs.</param>
    public async Task TellAsync(string kind, ConversationReference room, Card card, CancellationToken cancellationToken)
    {
        await _oneByOne.WaitAsync(cancellationToken);
        try
        {
            var (told, place) = (await LoadAsync(kind, cancellationToken), AlertRooms.PlaceOf(room));
            if (!told.Contains(place) && await CommitAsync(new AlertMark(new AlertSubject(kind, place, 0), time.GetUtcNow(), null, null, null), card, cancellationToken))
            {
                told.Add(place);
            }
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    /// <summary>It is over: told again when it comes again.</summary>
    /// <returns>Whether it had been told.</returns>
    public async Task<bool> EndAsync(string kind, ConversationReference room, CancellationToken cancellationToken)
    {
        if (!MayStand(kind))
        {
            return false;
        }

        await _oneByOne.WaitAsync(cancellationToken);
        try
        {
            var (told, place) = (await LoadAsync(kind, cancellationToken), AlertRooms.PlaceOf(room));
            return told.Contains(place) && await CommitAsync(new AlertMark(new AlertSubject(kind, place, 0), null, null, null, null), null, cancellationToken) && told.Remove(place);
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    /// <summary>What <c>company.yaml</c> calls the room, and which alerts go there: "Alerts of team EMEA"; null for a room that is none of its.</summary>
    /// <param name="name">What people call it, where the channel knows that.</param>
    public (string Room, string Alerts)? Find(ConversationReference room, string? name)
    {
        ArgumentNullException.ThrowIfNull(room);
        var profile = company.Profile;
        var teams = profile.Teams.Where(team => IsMeant(team.Rooms.GetValueOrDefault(room.Channel))).ToList();
        var rules = AlertKinds.All.Where(info => profile.Alerts.RulesOf(info.Kind).Any(rule => rule.When == AlertTiming.AtOnce && rule.To.Reader == AlertReader.Room && IsMeant(rule.To.Room))).Select(info => info.Title).ToList();
        if (teams.Count + rules.Count == 0)
        {
            return null;
        }

        var called = teams.Count > 0 ? teams[0].Rooms[room.Channel] : name ?? room.RoomId;
        return (
            name is not null && called == room.RoomId ? name : called,
            "Alerts of " + CountText.List([.. teams.Select(team => $"team {team.Name}"), .. rules.Select(title => $"“{title}”")]));

        bool IsMeant(string? meant) => meant is not null && (meant == room.RoomId || meant.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The platform's name, for a sentence.</summary>
    public static string PlatformOf(ConversationReference room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return char.ToUpperInvariant(room.Channel[0]) + room.Channel[1..];
    }

    public void Dispose() => _oneByOne.Dispose();

    private async Task<HashSet<string>> LoadAsync(string kind, CancellationToken cancellationToken) =>
        _told.TryGetValue(kind, out var known) ? known : _told[kind] = [.. (await alerts.GetMarksAsync(kind, cancellationToken)).Where(mark => mark.ToldAt is not null).Select(mark => mark.Subject.Id)];

    /// <returns>False when it could not be written: the next message there tries again.</returns>
    private async Task<bool> CommitAsync(AlertMark mark, Card? card, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<ITurnTransaction>();
        scope.ServiceProvider.GetRequiredService<IAlertWriter>().Put(mark);
        if (card is not null)
        {
            await TellAsync(mark.Subject.Kind, card, scope.ServiceProvider, transaction, cancellationToken);
        }

        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed;
    }

    private async Task TellAsync(string kind, Card card, IServiceProvider services, ITurnTransaction transaction, CancellationToken cancellationToken)
    {
        var (profile, now) = (company.Profile, time.GetUtcNow());
        var run = new AlertRun(kind, now, transaction);
        var owners = await services.GetRequiredService<AlertOwners>().FindAsync(cancellationToken);
        foreach (var owner in owners)
        {
            run.Post(owner.Chat, card, notBefore: profile.Alerts.NextTelling(now, owner.Zone ?? profile.Work.TimeZone, profile.Work));
        }

        if (owners.Count == 0)
        {
            LogNobody();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something is the matter with a room of the alerts, and nobody who answers for them can be told: name somebody as alerts.owner in company.yaml")]
    private partial void LogNobody();
}
