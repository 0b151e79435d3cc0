using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Routing;

/// <summary>Finds a form by its id.</summary>
public sealed class FormRouter(IEnumerable<IFormHandler> forms)
{
    public IFormHandler? Find(string formId) => forms.FirstOrDefault(form => form.FormId == formId);

    public IFormHandler Get(string formId) => Find(formId) ?? throw new InvalidOperationException($"No form '{formId}' is registered.");
}
