using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace RevBot.Channels.Teams;

/// <summary>Refuses to start on settings that cannot work or must not, in sentences.</summary>
internal sealed class TeamsOptionsValidator(IEnumerable<IHostEnvironment> environments) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var problems = options.FindProblems().ToList();

        // Verbs that open no door have no environment.
        if (options.AllowAnonymousLoopback && environments.Any(environment => !environment.IsDevelopment()))
        {
            problems.Add($"{TeamsOptions.Section}:AllowAnonymousLoopback lets everybody on this machine in unchecked and is refused outside development: remove it, or set DOTNET_ENVIRONMENT=Development.");
        }

        // Refused here, before anything listens.
        if (options.AllowAnonymousLoopback && environments.Any() && options.OpenAddresses is { Count: > 0 } open)
        {
            problems.Add($"{TeamsOptions.Section}:AllowAnonymousLoopback lets everybody in unchecked who can reach {string.Join(" and ", open)}: listen on localhost only, or remove the setting.");
        }

        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
