using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Channels;
using RevBot.Channels.Teams.Connector;
using RevBot.Conversation;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Company;
using RevBot.Storage;
using RevBot.Testing;
using RevBot.Testing.Teams;
using RevBot.Tests.Support;

namespace RevBot.Tests.Teams;

/// <summary>The real outbox over a real store and the real way out to Teams, before a connector that throttles, fails, breaks off, hangs and loses answers, with a restart on the way.</summary>
public sealed class TenThousandSendsTests
{
    private const int Sends = 10_000;
    private const int Conversations = 250;
    private const int PerTurn = 500;

    [Theory]
    [InlineData(20261121)]
    public async Task Of_ten_thousand_sends_none_is_lost_none_overtakes_another_and_only_what_was_under_way_is_doubled(int seed)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "revbot.db");
        var time = new HurriedTime(100);
        await using var teams = await FakeConnector.StartAsync(time);
        teams.Mood = new RoughConnector(teams, seed).Decide;
        var lost = new LostAnswers();
        var places = Places(teams);
        var messages = Messages(places, time, seed);

        await using (var first = Process(path, teams, time, lost))
        {
            await StoreAsync(first, messages);
            await RunAsync(first, until: Sends / 2);
        }

        await using var second = Process(path, teams, time, lost);
        await RunAsync(second, until: 0);
        var dead = (await second.GetRequiredService<IOutbox>().GetDeadLettersAsync(CancellationToken.None)).ToDictionary(letter => letter.Message.Card.Summary);
        var arrived = teams.Calls.Where(call => call.SentId is not null).GroupBy(call => ConversationOf(call.Summary!)).ToDictionary(group => group.Key, group => group.Select(call => call.Summary!).ToList());

        // Nothing lost: what did not arrive is the new face of a message that was deleted, and is known as such.
        Assert.Equal(Sends, messages.Select(message => message.Card.Summary).Union(arrived.Values.SelectMany(summaries => summaries)).Count());
        Assert.Equal(messages.Select(message => message.Card.Summary).Except(arrived.Values.SelectMany(summaries => summaries)).Order(), dead.Keys.Except(arrived.Values.SelectMany(summaries => summaries)).Order());
        Assert.All(dead.Values, letter => Assert.Equal((OutboundKind.Update, true), (letter.Message.Kind, letter.Error.Contains("was deleted", StringComparison.Ordinal))));

        // Nothing overtaken.
        Assert.All(arrived.Values, summaries => Assert.Equal(summaries.OrderBy(NumberOf), summaries));

        // Nothing doubled but what was under way when its answer was lost.
        Assert.All(arrived.Values.SelectMany(summaries => summaries).CountBy(summary => summary), count => Assert.InRange(count.Value, 1, 1 + lost.Of(count.Key)));

        // It was rough indeed.
        Assert.InRange(lost.Total, 500, 3_000);
        Assert.InRange(dead.Count, 1, 1_000);
    }

    private static ServiceProvider Process(string path, FakeConnector teams, TimeProvider time, LostAnswers lost)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton<ICompany, OneCompany>();
        services.AddPipelineStorage(options => options.Path = path);
        services.AddConversation();
        services.AddChannels(new ConfigurationBuilder().AddInMemoryCollection(teams.Settings()).Build(), page: false);
        services.AddHttpClient(nameof(ConnectorClient), client => client.Timeout = TimeSpan.FromSeconds(2)).AddHttpMessageHandler(lost.CreateHandler);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static async Task StoreAsync(ServiceProvider process, IReadOnlyList<OutboundMessage> messages)
    {
        foreach (var turn in messages.Chunk(PerTurn))
        {
            await using var scope = process.CreateAsyncScope();
            var transaction = scope.ServiceProvider.GetRequiredService<ITurnTransaction>();
            Array.ForEach(turn, transaction.Send);
            Assert.Equal(CommitOutcome.Committed, await transaction.CommitAsync(CancellationToken.None));
        }
    }

    /// <summary>Sends until no more than so many wait.</summary>
    private static async Task RunAsync(ServiceProvider process, int until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var worker = ActivatorUtilities.CreateInstance<OutboxWorker>(process);
        await worker.StartAsync(CancellationToken.None);
        var outbox = process.GetRequiredService<IOutbox>();
        while (outbox.Waiting > until)
        {
            await look.WaitForNextTickAsync(patience.Token);
        }

        await worker.StopAsync(CancellationToken.None);
    }

    /// <summary>Chats, groups, threads, and channels in which every message begins a thread.</summary>
    private static List<ConversationReference> Places(FakeConnector teams)
    {
        var places = new List<ConversationReference>();
        for (var i = 0; i < Conversations; i++)
        {
            var (kind, id, thread) = (i % 5) switch
            {
                0 or 1 => ("personal", $"a:1chat{i}", null),
                2 => ("groupChat", $"19:group{i}@thread.v2", null),
                3 => ("channel", $"19:room{i}@thread.tacv2", "1700000000001"),
                _ => ("channel", $"19:room{i}@thread.tacv2", (string?)null),
            };
            teams.Add(new FakeTeamsRoom(id, kind));
            places.Add(new ConversationReference("teams", FakeConnector.TenantId, id, thread, kind == "personal", Service: teams.ServiceUrl.ToString()));
        }

        return places;
    }

    /// <summary>Each says which conversation it is of and the how-manieth there. Some are live cards; those get new faces now and then.</summary>
    private static List<OutboundMessage> Messages(List<ConversationReference> places, TimeProvider time, int seed)
    {
        var dice = new Random(seed);
        var counts = new int[places.Count];
        var cards = new string?[places.Count];
        return [.. Enumerable.Range(0, Sends).Select(i =>
        {
            var at = dice.Next(places.Count);
            var summary = string.Create(CultureInfo.InvariantCulture, $"{at}#{++counts[at]}");
            var isUpdate = cards[at] is not null && dice.Next(4) == 0;
            if (!isUpdate)
            {
                cards[at] = dice.Next(2) == 0 ? $"card:{summary}" : null;
            }

            return new OutboundMessage
            {
                Id = MessageId.For(summary, time.GetUtcNow(), 0),
                TurnId = "job",
                Kind = isUpdate ? OutboundKind.Update : OutboundKind.Post,
                To = places[at],
                Card = Card.Text(summary),
                CardKey = cards[at],
                CreatedAt = time.GetUtcNow(),
            };
        })];
    }

    private static string ConversationOf(string summary) => summary.Split('#')[0];

    private static int NumberOf(string summary) => int.Parse(summary.Split('#')[1], CultureInfo.InvariantCulture);

    private sealed class OneCompany : ICompany
    {
        public CompanyProfile Profile => TestCompany.Profile;
    }
}
