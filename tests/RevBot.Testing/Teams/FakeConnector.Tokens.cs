using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RevBot.Testing.Teams;

/// <content>The login and the machine's own endpoint.</content>
public sealed partial class FakeConnector
{
    private async Task GiveTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var tenant = context.Request.RouteValues["tenant"] as string;
        var problem = form["grant_type"] != "client_credentials" ? ("unsupported_grant_type", "AADSTS70003: no such grant.")
            : form["scope"] != "https://api.botframework.com/.default" ? ("invalid_scope", "AADSTS70011: no such scope.")
            : tenant is not (TenantId or "botframework.com") ? ("invalid_request", $"AADSTS90002: Tenant '{tenant}' not found.")
            : form["client_id"] != AppId ? ("unauthorized_client", $"AADSTS700016: Application with identifier '{form["client_id"]}' was not found.")
            : form["client_secret"] != AppPassword ? ("invalid_client", $"AADSTS7000215: Invalid client secret provided: {form["client_secret"]}.")
            : ((string, string)?)null;
        await AnswerTokenAsync(context, problem, token => new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)TokenLife.TotalSeconds,
            ["access_token"] = token,
        });
    }

    private async Task GiveTokenToMachineAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var problem = context.Request.Headers["X-IDENTITY-HEADER"] != "machine-secret" ? ("unauthorized", "The header is missing.")
            : query["api-version"] != "2019-08-01" || query["resource"] != "https://api.botframework.com" ? ("invalid_request", "No such resource.")
            : query["client_id"] != AppId ? ("invalid_request", "No such identity.")
            : ((string, string)?)null;
        await AnswerTokenAsync(context, problem, token => new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_on"] = (_time.GetUtcNow() + TokenLife).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["access_token"] = token,
        });
    }

    private async Task AnswerTokenAsync(HttpContext context, (string Error, string Sentence)? problem, Func<string, JsonObject> write)
    {
        var fault = _faults.TryGetValue("token", out var planned) && planned.TryDequeue(out var next) ? next : null;
        var status = fault is { Status: > 0 } ? fault.Status : problem is null ? 200 : 401;
        Record(new ConnectorCall("token", "", null, default) { Status = status, Code = status == 200 ? null : problem?.Error ?? "" });
        context.Response.StatusCode = status;
        if (status != 200)
        {
            await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = problem?.Error ?? fault?.Code, ["error_description"] = problem?.Sentence });
            return;
        }

        var token = string.Create(CultureInfo.InvariantCulture, $"fake-token-{Interlocked.Increment(ref _lastId)}");
        _tokens[token] = _time.GetUtcNow() + TokenLife;
        await context.Response.WriteAsJsonAsync(write(token));
    }
}
