using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using RevBot.Channels.LocalPage;
using RevBot.Tests.Support;

namespace RevBot.Tests.Security;

/// <summary>The local page answers this machine and itself, and shows what deals are called as text.</summary>
public sealed partial class PageSecurityTests
{
    private const string Saying = """{"as":"olga@example.com","room":"Dolga@example.com","text":"help"}""";

    [Fact]
    public async Task The_page_serves_this_machine_and_itself_alone()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, (await RevBotProcess.RunAsync(["demo", "--data", folder.File("data"), "--deals", "30"])).ExitCode);
        await using var bot = await RevBotProcess.ServeAsync(folder.File("data"));
        using var http = new HttpClient { BaseAddress = bot.Address };

        async Task<HttpStatusCode> AskAsync(HttpMethod method, string path, string? body, string type, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
            return response.StatusCode;
        }

        foreach (var path in new[] { "/", "/page/page.js", "/page/start", "/page/stream?as=x" })
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(HttpMethod.Get, path, null, string.Empty));
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(HttpMethod.Get, path, null, string.Empty, ("Host", "evil.example")));
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(HttpMethod.Get, path, null, string.Empty, ("Host", "localhost.evil.example:3978")));
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(HttpMethod.Get, path, null, string.Empty, ("X-Forwarded-For", "203.0.113.9")));
        }

        foreach (var path in new[] { "/page/say", "/page/interactivity" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(HttpMethod.Post, path, Saying, "application/json", ("Origin", "https://evil.example")));
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(HttpMethod.Post, path, Saying, "application/json", ("Host", "evil.example"), ("X-RevBot-Page", "1")));
            Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(HttpMethod.Post, path, Saying, "text/plain", ("X-RevBot-Page", "1")));
            Assert.NotEqual(HttpStatusCode.OK, await AskAsync(HttpMethod.Options, path, null, string.Empty, ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST")));
        }

        using var page = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("default-src 'none'; script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page/page.js")]
    [InlineData("page/blocks.js")]
    [InlineData("page/index.html")]
    public void Text_is_only_ever_set_as_text(string name)
    {
        using var reader = new StreamReader(typeof(IPageDirectory).Assembly.GetManifestResourceStream(name)!);
        Assert.DoesNotMatch(Markup(), reader.ReadToEnd());
    }

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bon\w+=""|javascript:", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
