using Microsoft.AspNetCore.Http.HttpResults;

namespace RevBot.Hosting;

/// <summary>The page that app directories link to: who runs the bot, what it keeps, on which terms. Holds nothing about the company.</summary>
internal static class AboutPage
{
    public const string Path = "/about";

    private const string Html =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>RevBot</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1d3557}h2{margin-top:2rem}</style>
        </head>
        <body>
        <h1>RevBot</h1>
        <p>RevBot answers questions about your organization's sales pipeline, takes changes to deals and says when deals stall.
        It is run by your own organization on its own computers; ask the people who installed it for help.</p>
        <h2 id="privacy">Privacy</h2>
        <p>RevBot reads what is written to it in a direct chat, what mentions it elsewhere, and what is entered into its forms; it sees nothing else that is said.
        From the chat platform it learns the name, e-mail address, time zone and locale of those who write to it, to know them as people of the company.</p>
        <p>It keeps these messages and its answers for about a month, and the changes made to deals, with who made them and when, as long as the deals.
        All of it stays in your organization's own store; {sent}</p>
        <h2 id="terms">Terms of use</h2>
        <p>RevBot is for the people of the organization that runs it, under that organization's rules for its customer data. The software is open source under the MIT license and comes without warranty.</p>
        </body>
        </html>
        """;

    private const string SentToNobody = "nothing is sent to anybody but the chat platform the conversation is on.";

    private const string SentToModel =
        "nothing is sent to anybody but the chat platform the conversation is on, and, where a sentence is not understood, that sentence to the language model your organization has chosen, to be read: "
        + "amounts, addresses and the names RevBot knows of accounts, deals and people are taken out first, those of people unless your organization has decided otherwise.";

    /// <param name="hasModel">Whether a model helps to read.</param>
    public static void MapAbout(this IEndpointRouteBuilder endpoints, bool hasModel)
    {
        var page = Html.Replace("{sent}", hasModel ? SentToModel : SentToNobody, StringComparison.Ordinal);
        endpoints.MapGet(Path, context => Show(context, page).ExecuteAsync(context));
    }

    private static ContentHttpResult Show(HttpContext context, string page)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Content(page, "text/html; charset=utf-8");
    }
}
