using RevBot.Conversation.Forms;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Tests.Teams;

/// <summary>Shows the form and finds the options that the test says, and tells what was asked.</summary>
internal sealed class ScriptedForms : IFormViews, IFormOptions
{
    public OpenForm? Form { get; set; }

    public IReadOnlyList<FieldOption> Options { get; set; } = [];

    /// <summary>How a search goes that does not simply find.</summary>
    public Func<string, Task<IReadOnlyList<FieldOption>>>? Search { get; set; }

    public (Turn Asked, string SessionId, string FieldId, string Typed, FormValues SoFar)? Searched { get; private set; }

    public Turn? Viewed { get; private set; }

    public Task<OpenForm?> FindAsync(Turn asked, string sessionId, FormValues soFar, CancellationToken cancellationToken)
    {
        Viewed = asked;
        return Task.FromResult(Form?.Session.Id == sessionId && Form.Session.Actor == asked.Actor ? Form : null);
    }

    public Task<IReadOnlyList<FieldOption>> SearchAsync(Turn asked, string sessionId, string fieldId, string typed, FormValues soFar, int most, CancellationToken cancellationToken)
    {
        Searched = (asked, sessionId, fieldId, typed, soFar);
        return Search?.Invoke(typed) ?? Task.FromResult<IReadOnlyList<FieldOption>>([.. OptionSearch.Find(Options, typed, most)]);
    }
}
