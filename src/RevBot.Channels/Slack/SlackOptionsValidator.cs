using Microsoft.Extensions.Options;

namespace RevBot.Channels.Slack;

/// <summary>Refuses to start on settings that cannot work, in sentences.</summary>
internal sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options) =>
        options.FindProblems() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
