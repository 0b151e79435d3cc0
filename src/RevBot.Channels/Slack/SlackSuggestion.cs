using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Slack;

/// <summary>What somebody types into a choice of an open form whose options are too many to be sent along.</summary>
/// <param name="Asked">Who asks, in the shape of a turn; it is never run.</param>
internal sealed record SlackSuggestion(Turn Asked, string SessionId, string FieldId, string Typed, FormValues SoFar)
{
    public const string PayloadType = "block_suggestion";

    /// <summary>Nobody types a longer name; searching thousands of options for one would hold everybody else up.</summary>
    private const int LongestTyped = 150;

    /// <summary>Null when it is not about a form of ours, or names people as Slack does not.</summary>
    public static SlackSuggestion? Read(Interaction interaction, DateTimeOffset now)
    {
        if (interaction is not { Type: PayloadType, BlockId: { Length: > 0 } fieldId, User.Id: { Length: > 0 }, View: { CallbackId: SlackModalRenderer.CallbackId } view }
            || ViewMetadata.Read(view.PrivateMetadata) is not { } metadata)
        {
            return null;
        }

        // Whoever typed is found as for a changed field. Slack sends nothing of what stands in the other fields; what was kept of them counts then.
        var asked = SlackTranslator.FromInteraction(interaction with { Type = "block_actions", Actions = [new InputValue { ActionId = interaction.ActionId }] }, now);
        return asked is null
            ? null
            : new SlackSuggestion(asked, metadata.SessionId, fieldId, CodePoints.Cut(interaction.Value?.Trim() ?? string.Empty, LongestTyped), SlackModalRenderer.ReadValues(view.State));
    }

    /// <summary>The best options; none when the form is not theirs or is over. Reads only.</summary>
    public async Task<OptionsAnswer> FindAsync(IFormOptions options, CancellationToken cancellationToken) =>
        SlackModalRenderer.RenderOptions(await options.SearchAsync(Asked, SessionId, FieldId, Typed, SoFar, BlockKitLimits.OptionsPerList, cancellationToken));
}
