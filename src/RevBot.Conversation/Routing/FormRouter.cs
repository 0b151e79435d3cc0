using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Routing;

/// <summary>Finds a form by its id.</summary>
public sealed class FormRouter(IEnumerable<IFormHandler> forms)
{
    public IFormHandler Get(string formId) =>
        forms.FirstOrDefault(form => form.FormId == formId) ?? throw new InvalidOperationException($"No form '{formId}' is registered.");
}
