using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>Builds an offered form, and finds options of its fields, in a scope that is never committed.</summary>
internal sealed class FormViews(IServiceScopeFactory scopes, TurnContexts contexts, TimeProvider time) : IFormViews, IFormOptions
{
    public async Task<OpenForm?> FindAsync(Turn asked, string sessionId, FormValues soFar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        await using var scope = scopes.CreateAsyncScope();
        return await OpenAsync(asked, sessionId, scope.ServiceProvider, cancellationToken) is { } view
            && await BuildAsync(view.Handler, view.Session, soFar, view.Context, cancellationToken) is var (form, values)
            ? FormSections.Show(FormSections.Plan(view.Session, form, isShown: true), form, values)
            : null;
    }

    public async Task<IReadOnlyList<FieldOption>> SearchAsync(
        Turn asked, string sessionId, string fieldId, string typed, FormValues soFar, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        await using var scope = scopes.CreateAsyncScope();
        if (await OpenAsync(asked, sessionId, scope.ServiceProvider, cancellationToken) is not { } view
            || await BuildAsync(view.Handler, view.Session, soFar, view.Context, cancellationToken) is not var (form, _)
            || form.Fields.FirstOrDefault(field => field.Id == fieldId) is not ChoiceField choice)
        {
            return [];
        }

        return choice.IsPartial && view.Handler is IOptionSource source
            ? await source.FindAsync(view.Session, fieldId, typed, view.Context, most, cancellationToken)
            : OptionSearch.Find(choice.Options, typed, most);
    }

    private async Task<(IFormHandler Handler, FormSession Session, TurnContext Context)?> OpenAsync(
        Turn asked, string sessionId, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<IFormSessions>().FindAsync(sessionId, cancellationToken) is not { } session
            || SessionGate.Refuse(session, asked.Actor, time.GetUtcNow()) is not null
            || services.GetRequiredService<FormRouter>().Find(session.FormId) is not { } handler)
        {
            return null;
        }

        var context = await contexts.OpenAsync(asked with { Conversation = session.Conversation }, services.GetRequiredService<IConversationMemory>(), cancellationToken);
        return await services.GetRequiredService<Admissions>().RefuseAsync(context, cancellationToken) is null ? (handler, session, context) : null;
    }

    /// <summary>The whole form with what stands in it.</summary>
    private static async Task<(Form Form, FormValues Values)?> BuildAsync(IFormHandler handler, FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var values = soFar.Items.Count > 0 ? FormSections.Merge(session, soFar, session.Section) : session.Values;
        return await handler.BuildAsync(session, values, context, cancellationToken) is FormBuild.Ready ready ? (ready.Form, values) : null;
    }
}
