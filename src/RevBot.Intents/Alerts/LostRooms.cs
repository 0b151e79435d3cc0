using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Wording;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Alerts;

/// <summary>Tells those who answer for the alerts, in person and once, that a room cannot be posted to any more, and what waits there; what could not be posted is told by the runs that find the room open again, and what was said on cards there meanwhile is shown then. A singleton.</summary>
public sealed partial class LostRooms(IServiceScopeFactory scopes, IAlertStore alerts, IOutbox outbox, ICompany company, TimeProvider time, ILogger<LostRooms> logger) : IRoomWatch, IDisposable
{
    /// <summary>Of the marks, and of the runs that tell.</summary>
    public const string Kind = "lost-rooms";

    private readonly SemaphoreSlim _oneByOne = new(1, 1);
    private HashSet<string>? _lost;

    public async Task LostAsync(OutboundMessage message, SendOutcome.RoomLost lost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(lost);
        var place = AlertRooms.PlaceOf(message.To);
        if (message.To.IsDirect || WhatWaits(message.To, lost.Room) is not var (room, what))
        {
            return;
        }

        await _oneByOne.WaitAsync(cancellationToken);
        try
        {
            if ((await LoadAsync(cancellationToken)).Contains(place))
            {
                return;
            }

            var platform = char.ToUpperInvariant(message.To.Channel[0]) + message.To.Channel[1..];
            var card = Card.Text($"I can't post to {room} in {platform} any more: {lost.Why}. {what} wait there. Invite me again, or name another room in company.yaml.");
            if (await CommitAsync(new AlertMark(new AlertSubject(Kind, place, 0), time.GetUtcNow(), null, null, null), card, cancellationToken))
            {
                _lost?.Add(place);
            }
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public async ValueTask ReachedAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.To.IsDirect || _lost is { Count: 0 })
        {
            return;
        }

        await _oneByOne.WaitAsync(cancellationToken);
        try
        {
            var place = AlertRooms.PlaceOf(message.To);
            if ((await LoadAsync(cancellationToken)).Contains(place) && await CommitAsync(new AlertMark(new AlertSubject(Kind, place, 0), null, null, null, null), null, cancellationToken))
            {
                _lost?.Remove(place);
                await outbox.ReviveUpdatesAsync(message.To, cancellationToken);
            }
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public void Dispose() => _oneByOne.Dispose();

    private async Task<HashSet<string>> LoadAsync(CancellationToken cancellationToken) =>
        _lost ??= [.. (await alerts.GetMarksAsync(Kind, cancellationToken)).Where(mark => mark.ToldAt is not null).Select(mark => mark.Subject.Id)];

    /// <summary>What <c>company.yaml</c> calls the room, and which alerts go there; null for a room that is none of its.</summary>
    private (string Room, string What)? WhatWaits(ConversationReference place, string? name)
    {
        var profile = company.Profile;
        var teams = profile.Teams.Where(team => IsMeant(team.Rooms.GetValueOrDefault(place.Channel))).ToList();
        var rules = AlertKinds.All.Where(info => profile.Alerts.RulesOf(info.Kind).Any(rule => rule.When == AlertTiming.AtOnce && rule.To.Reader == AlertReader.Room && IsMeant(rule.To.Room))).Select(info => info.Title).ToList();
        if (teams.Count + rules.Count == 0)
        {
            return null;
        }

        var called = teams.Count > 0 ? teams[0].Rooms[place.Channel] : name ?? place.RoomId;
        return (
            name is not null && called == place.RoomId ? name : called,
            "Alerts of " + CountText.List([.. teams.Select(team => $"team {team.Name}"), .. rules.Select(title => $"“{title}”")]));

        bool IsMeant(string? room) => room is not null && (room == place.RoomId || room.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <returns>False when it could not be written: the next message that is refused tries again.</returns>
    private async Task<bool> CommitAsync(AlertMark mark, Card? card, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<ITurnTransaction>();
        scope.ServiceProvider.GetRequiredService<IAlertWriter>().Put(mark);
        if (card is not null)
        {
            await TellAsync(card, scope.ServiceProvider, transaction, cancellationToken);
        }

        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed;
    }

    private async Task TellAsync(Card card, IServiceProvider services, ITurnTransaction transaction, CancellationToken cancellationToken)
    {
        var (profile, now, told) = (company.Profile, time.GetUtcNow(), 0);
        var snapshot = await services.GetRequiredService<IPipelineReader>().GetSnapshotAsync(null, cancellationToken);
        var rooms = services.GetRequiredService<AlertRooms>();
        var run = new AlertRun(Kind, now, transaction);
        foreach (var owner in OwnersOf(snapshot.People.Values, profile.Alerts.Owner))
        {
            if (await rooms.OfPersonAsync(owner.Email ?? "", cancellationToken) is { } found)
            {
                run.Post(found.Chat, card, notBefore: profile.Alerts.NextTelling(now, found.Zone ?? profile.Work.TimeZone, profile.Work));
                told++;
            }
        }

        if (told == 0)
        {
            LogNobody();
        }
    }

    /// <summary>Whom <c>company.yaml</c> names, where they are somebody; else those in operations.</summary>
    private static List<Person> OwnersOf(IEnumerable<Person> people, string? email)
    {
        var all = people.Where(person => person is { Active: true, Email.Length: > 0 }).OrderBy(person => person.Id.Value, StringComparer.Ordinal).ToList();
        return all.FindAll(person => person.Email!.Equals(email, StringComparison.OrdinalIgnoreCase)) is { Count: > 0 } named ? named : all.FindAll(person => person.Role == PersonRole.Operations);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A room of the alerts is lost, and nobody who answers for them can be told: name somebody as alerts.owner in company.yaml")]
    private partial void LogNobody();
}
