using System.Net.Http.Json;
using System.Text.Json;
using RevBot.Tests.Alerts;

namespace RevBot.Tests.Rights;

/// <summary>Over what the page's script sends and reads: everybody in the people list may look into the team's room.</summary>
internal sealed class GuardedPage(HttpClient http, MonthBot bot) : IGuardedDoor
{
    /// <summary>Who reads along in the room.</summary>
    private static readonly GuardedPerson Other = GuardedCompany.People.Single(person => person.Id == "lena");

    private readonly Dictionary<string, HashSet<string>> _read = [];

    public bool Knows(GuardedPerson person) => person.Role is not null;

    public async Task<(string Answer, string Bytes)> SayAsync(GuardedPerson person, string text)
    {
        await NewAsync(person);
        await SendAsync(person, $"D{person.Mail}", text);
        var lines = await NewAsync(person);
        return (string.Join('\n', lines.Select(Text)), string.Join('\n', lines));
    }

    public async Task<(string Answer, string ToAll)> SayInRoomAsync(GuardedPerson person, string text)
    {
        await NewAsync(person);
        await NewAsync(Other);
        using var start = JsonDocument.Parse(await http.GetStringAsync(new Uri("/page/start", UriKind.Relative)));
        var room = start.RootElement.GetProperty("rooms").EnumerateArray().First(room => room.GetProperty("name").GetString() == GuardedCompany.Room).GetProperty("id").GetString()!;
        await SendAsync(person, room, text);
        return (string.Join('\n', (await NewAsync(person)).Select(Text)), string.Join('\n', await NewAsync(Other)));
    }

    private async Task SendAsync(GuardedPerson person, string room, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/page/say") { Content = JsonContent.Create(new { @as = person.Mail, room, text }) };
        request.Headers.Add("X-RevBot-Page", "1");
        await request.Content.LoadIntoBufferAsync();
        using var response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        await bot.SettleAsync(withJobs: false);
    }

    /// <summary>What a page that somebody opens shows besides what it showed before.</summary>
    private async Task<List<string>> NewAsync(GuardedPerson person)
    {
        using var stream = await http.GetStreamAsync(new Uri($"/page/stream?as={Uri.EscapeDataString(person.Mail)}", UriKind.Relative));
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line && line != "event: caught-up")
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                lines.Add(line[6..]);
            }
        }

        var read = _read.TryGetValue(person.Id, out var known) ? known : _read[person.Id] = [];
        return lines.FindAll(read.Add);
    }

    private static string Text(string line)
    {
        using var message = JsonDocument.Parse(line);
        return message.RootElement.GetProperty("text").GetString() ?? "";
    }
}
