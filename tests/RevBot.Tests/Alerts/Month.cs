using System.Globalization;
using System.Text;
using RevBot.Pipeline.History;
using RevBot.Testing;
using RevBot.Tests.Support;

namespace RevBot.Tests.Alerts;

/// <summary>The company, its platforms and its bot from the first quarter of an hour of the month to the last.</summary>
internal sealed class Month : IAsyncDisposable
{
    /// <summary>Half of the bot's quarters of an hour are enough for the short form.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(int.TryParse(Environment.GetEnvironmentVariable("REVBOT_MONTH_STEP"), CultureInfo.InvariantCulture, out var step) ? step : 30);

    private readonly TempFolder _folder;
    private readonly FakeTime _time;
    private readonly MonthWire _wire;
    private readonly MonthBot _bot;
    private readonly StoreFile _store;
    private readonly Queue<KeyValuePair<DateTimeOffset, Func<Task>>> _events;
    private bool _isRunning = true;

    private Month(TempFolder folder, FakeTime time, MonthWire wire, Random random)
    {
        (_folder, _time, _wire) = (folder, time, wire);
        _bot = new MonthBot(folder.Path, wire.Settings, time);
        _store = StoreFile.In(folder.Path);
        Life = new MonthLife(wire, _store, time, random);
        _events = new Queue<KeyValuePair<DateTimeOffset, Func<Task>>>(Events().OrderBy(happens => happens.Key));
    }

    public MonthLife Life { get; }

    public static async Task<Month> BeginAsync(int seed)
    {
        var (folder, time, random) = (new TempFolder(), new FakeTime(MonthCompany.First), new Random(seed));
        var month = new Month(folder, time, await MonthWire.StartAsync(time), random);
        await month._bot.StartAsync(MonthCompany.Pipeline(random));
        month._wire.Connect(month._bot);
        await month._bot.SettleAsync();

        // On Teams people are known once they have spoken to the bot, and a channel once the bot was spoken to there.
        foreach (var person in MonthCompany.People.Where(person => person.Channel == "teams"))
        {
            await month._wire.SayAsync(person, "help");
        }

        await month._wire.MentionInTeamsRoomAsync(MonthCompany.Person("otto"), "help");
        await month._bot.SettleAsync();
        return month;
    }

    public async Task LiveAsync()
    {
        for (var now = MonthCompany.First; now < MonthCompany.Last; now += Step)
        {
            _time.SetUtcNow(now > _time.GetUtcNow() ? now : _time.GetUtcNow());
            while (_events.TryPeek(out var next) && next.Key <= now)
            {
                await _events.Dequeue().Value();
            }

            if (_isRunning)
            {
                await _bot.SettleAsync();
                if (await Life.GoOnAsync(now))
                {
                    await _bot.SettleAsync();
                }
            }
        }
    }

    /// <summary>Live cards that a room did not take.</summary>
    public IReadOnlyList<(string Key, string Place)> Refused =>
        [.. _store.Rows("SELECT json_extract(message, '$.cardKey'), room_id FROM outbox WHERE state = 2 AND json_extract(message, '$.kind') = 'Post' AND json_extract(message, '$.cardKey') IS NOT NULL").Select(row => (row[0]!, row[1] == MonthCompany.TeamsRoom ? MonthCompany.TeamsRoomName : row[1]!))];

    /// <summary>All that was received, and how the deals stand.</summary>
    public async Task<(IReadOnlyList<MonthCard> Cards, PipelineSnapshot End)> LookBackAsync() => (MonthRecord.Of(_wire, _store), await _bot.SnapshotAsync());

    /// <summary>Day by day: what people did, and what they were told unasked.</summary>
    public string Transcript(IReadOnlyList<MonthCard> cards)
    {
        var text = new StringBuilder();
        var lines = cards.Where(card => card.IsUnasked).Select(card => (card.At, Line: $"{card.LocalTime:HH:mm} {card.Place} < {card.Text.Split('\n')[0]}{(card.IsDigest ? " (digest)" : $" [{card.Key}]")}{string.Concat(card.Faces.Skip(1).Where(face => face.IsStruck).Select(face => $" ~{face.At:d/M}"))}"))
            .Concat(Life.Diary.Select(said => (said.At, Line: $"      {said.What}")));
        foreach (var day in lines.OrderBy(line => line.At).GroupBy(line => line.At.Date))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{day.Key:ddd d MMM}");
            foreach (var (at, line) in day)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {at:HH:mm} {line}");
            }
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _wire.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The bot is stopped and started again by day, at the time of the nightly run, over a weekend, and on the nights in which clocks are turned; it is thrown out of a room on either platform, and comes back; a guest is in either room for some days.</summary>
    private Dictionary<DateTimeOffset, Func<Task>> Events() => new()
    {
        [At("2026-10-14T12:00")] = RestartAsync,
        [MonthCompany.GuestInSlackRoom.From] = () => Now(() => _wire.LetIntoSlackRoom(true, hasGuest: true)),
        [MonthCompany.GuestInSlackRoom.To] = () => Now(() => _wire.LetIntoSlackRoom(true)),
        [MonthCompany.GuestInTeamsRoom.From] = () => Now(() => _wire.LetIntoTeamsRoom(true, hasGuest: true)),
        [MonthCompany.GuestInTeamsRoom.To] = () => Now(() => _wire.LetIntoTeamsRoom(true)),
        [At("2026-10-19T09:45")] = StopAsync,
        [At("2026-10-19T13:15")] = StartAsync,
        [At("2026-10-24T22:00")] = StopAsync,
        [At("2026-10-25T02:15")] = StartAsync,
        [At("2026-10-28T14:00")] = () => Now(() => _wire.LetIntoSlackRoom(false)),
        [At("2026-10-30T09:00")] = () => Now(() => _wire.LetIntoTeamsRoom(false)),
        [At("2026-11-01T05:30")] = RestartAsync,
        [At("2026-11-01T06:30")] = RestartAsync,
        [MonthCompany.SlackRoomBack] = async () =>
        {
            _wire.LetIntoSlackRoom(true);
            await _wire.JoinSlackRoomAsync(MonthCompany.Person(MonthCompany.RuleOwner));
        },
        [MonthCompany.TeamsRoomBack] = async () =>
        {
            _wire.LetIntoTeamsRoom(true);
            await _wire.MentionInTeamsRoomAsync(MonthCompany.Person("otto"), "help");
        },
        [At("2026-11-06T23:00")] = StopAsync,
        [At("2026-11-08T22:00")] = StartAsync,
    };

    private async Task StartAsync()
    {
        await _bot.StartAsync();
        _wire.Connect(_bot);
        _isRunning = true;
    }

    private async Task StopAsync()
    {
        await _bot.DisposeAsync();
        _isRunning = false;
    }

    private async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    private static Task Now(Action what)
    {
        what();
        return Task.CompletedTask;
    }

    private static DateTimeOffset At(string utc) => APipeline.At(utc);
}
