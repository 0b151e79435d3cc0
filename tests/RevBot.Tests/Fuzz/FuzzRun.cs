using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Fuzz;

/// <summary>The real program, an office of deals and people, and requests sent to it over several connections. Stops at the first that was answered with a fault, was logged as one, or changed what it may not.</summary>
internal sealed class FuzzRun : IAsyncDisposable
{
    private const int Connections = 12;

    /// <summary>So often it is waited for that nothing waits any more, a minute each time.</summary>
    private const int MostDrains = 4;

    /// <summary>Sentences that may wait: more would only be a longer queue.</summary>
    private const int MostWaiting = 400;

    /// <summary>Larger ones may be cut off while they are still sent.</summary>
    private const int LargestBody = 1_000_000;

    private const int LongestShown = 4_000;

    private readonly QuietSlackServer _slack;
    private readonly RevBotProcess _bot;
    private readonly HttpClient _http;
    private readonly FuzzSource _source;
    private readonly int _seed;
    private readonly ConcurrentDictionary<int, int> _statuses = new();

    private FuzzRun(QuietSlackServer slack, RevBotProcess bot, StoreFile store, int seed)
    {
        (_slack, _bot, _seed, Store) = (slack, bot, seed, store);
        _source = new FuzzSource(seed, slack);
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = bot.Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public StoreFile Store { get; }

    /// <summary>How often each status was answered.</summary>
    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    /// <summary>Memory of the bot in MB: after each tenth of the run.</summary>
    public List<long> Memory { get; } = [];

    public static async Task<FuzzRun> StartAsync(string data, int seed)
    {
        var slack = await QuietSlackServer.StartAsync();
        foreach (var (number, user) in FuzzCorpus.People.Index())
        {
            slack.AddUser(new FakeSlackUser(user, user, $"p{number}@example.com"));
        }

        slack.AddUser(new FakeSlackUser("UGUEST", "Guest", "p0@example.com") { IsGuest = true });
        slack.AddUser(new FakeSlackUser("UDELETED", "Gone", "p0@example.com") { IsDeleted = true });
        slack.AddUser(new FakeSlackUser("UELSEWHERE", "Other", "p0@example.com") { TeamId = "T9" });
        slack.AddUser(new FakeSlackUser("UNOBODY", "Nobody", null));
        var settings = slack.Settings();
        foreach (var category in (string[])["Default", "Microsoft", "System.Net.Http"])
        {
            settings[$"Logging__LogLevel__{category}"] = "Error";
        }

        return new FuzzRun(slack, await RevBotProcess.ServeAsync(data, settings), StoreFile.In(data), seed);
    }

    public async Task GoAsync(long payloads, Action<long, TimeSpan> progress)
    {
        var started = Stopwatch.GetTimestamp();
        for (var from = 0L; from < payloads; from += FuzzSource.Block)
        {
            var isRefusals = FuzzSource.IsRefusals(from / FuzzSource.Block);
            if (isRefusals)
            {
                await RestAsync(0);
            }

            var before = isRefusals ? Fingerprint() : "";
            var sent = new ConcurrentBag<FuzzRequest>();
            await Parallel.ForAsync(from, Math.Min(payloads, from + FuzzSource.Block), new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (number, cancellationToken) =>
            {
                var request = _source.Make(number);
                sent.Add(request);
                await SendAsync(request, cancellationToken);
            });
            await RestAsync(isRefusals ? 0 : MostWaiting);
            Check(sent);
            if (isRefusals && Fingerprint() != before)
            {
                Assert.Fail($"Seed {_seed}: of the requests {from} to {from + FuzzSource.Block}, which must all be refused, one changed deals or their history.");
            }

            if ((from / FuzzSource.Block) % Math.Max(1, payloads / FuzzSource.Block / 10) == 0)
            {
                Memory.Add(_bot.WorkingSet >> 20);
                progress(from + FuzzSource.Block, Stopwatch.GetElapsedTime(started));
            }
        }

        await RestAsync(0);
        Memory.Add(_bot.WorkingSet >> 20);
        progress(payloads, Stopwatch.GetElapsedTime(started));
        Check([]);
    }

    /// <summary>Ends the bot as Ctrl-C does; returns its exit code.</summary>
    public Task<int> EndAsync() => _bot.InterruptAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    private async Task SendAsync(FuzzRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var message = Signed(request);
            using var response = await _http.SendAsync(message, cancellationToken);
            var status = (int)response.StatusCode;
            _statuses.AddOrUpdate(status, 1, static (_, count) => count + 1);
            if (status >= 500)
            {
                Assert.Fail($"{Show(request)}\nwas answered {status}: {await response.Content.ReadAsStringAsync(cancellationToken)}\n{_bot.Output}");
            }
        }
        catch (HttpRequestException) when (request.Body.Length > LargestBody)
        {
            _statuses.AddOrUpdate((int)HttpStatusCode.RequestEntityTooLarge, 1, static (_, count) => count + 1);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            Assert.Fail($"{Show(request)}\nwas not answered: {failure.Message}\n{_bot.Output}");
        }
    }

    private static HttpRequestMessage Signed(FuzzRequest request)
    {
        var now = TimeProvider.System.GetUtcNow().AddHours(request.Signing == FuzzSigning.Stale ? -1 : 0).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var message = new HttpRequestMessage(HttpMethod.Post, request.Path) { Content = new ByteArrayContent(request.Body) };
        if (request.ContentType is { } type)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (request.Signing != FuzzSigning.Missing)
        {
            message.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", request.Signing == FuzzSigning.Nonsense ? "99999999999999999999" : now);
            message.Headers.TryAddWithoutValidation("X-Slack-Signature", request.Signing == FuzzSigning.Nonsense ? "v0=zz" : SlackSender.SignatureOf(now, request.Signing == FuzzSigning.OtherBody ? "{}"u8 : request.Body));
        }

        return message;
    }

    /// <summary>Waits until no more sentences than this are unread.</summary>
    private async Task RestAsync(int waiting)
    {
        if (waiting == 0)
        {
            // A message that was refused again and again waits longer each time.
            for (var drains = 1; ; drains++)
            {
                try
                {
                    await _bot.DrainAsync();
                    return;
                }
                catch (InvalidOperationException waits)
                {
                    Assert.True(drains < MostDrains, $"Seed {_seed}: {waits.Message}\n{string.Join('\n', Store.Rows("SELECT attempts, error, message FROM outbox WHERE state = 0 ORDER BY attempts DESC, due_at LIMIT 3").Select(row => string.Join(" · ", row)))}");
                }
            }
        }

        for (var looks = 0; looks < 3_000; looks++)
        {
            using var ready = System.Text.Json.JsonDocument.Parse(await _http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
            if (ready.RootElement.GetProperty("inbox").GetInt32() <= waiting)
            {
                return;
            }

            await Task.Delay(20);
        }
    }

    private void Check(IReadOnlyCollection<FuzzRequest> sent)
    {
        var faults = _bot.Output.Split('\n').Where(IsFault).ToList();
        if (faults.Count > 0)
        {
            var named = sent.Where(request => faults.Exists(fault => fault.Contains(request.Id + " ", StringComparison.Ordinal))).Take(2).Select(Show);
            Assert.Fail($"Seed {_seed}: {faults.Count} faults were logged, of which the first:\n{string.Join('\n', faults.Take(3).Select(fault => fault.Length > LongestShown ? fault[..LongestShown] : fault))}\n{string.Join('\n', named)}");
        }
    }

    /// <summary>Not so a message that Slack's own host refuses to take at an address it is said to have given: giving that up is right.</summary>
    private static bool IsFault(string line) =>
        (line.Contains("fail:", StringComparison.Ordinal) || line.Contains("crit:", StringComparison.Ordinal)) && !line.Contains("is given up: Slack's response_url answered http_4", StringComparison.Ordinal);

    private string Show(FuzzRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body);
        return $"Seed {_seed}, request {request.Number} ({request.Signing} signature, {request.Body.Length} bytes, {request.ContentType ?? "no content type"}) to {request.Path}:\n{(body.Length > LongestShown ? body[..LongestShown] + " …" : body)}";
    }

    /// <summary>All deals and their whole history.</summary>
    private string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in Store.Rows("SELECT * FROM deals ORDER BY position").Concat(Store.Rows("SELECT * FROM events ORDER BY deal, seq")))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', row) + "\u001e"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
