using System.Collections.Frozen;
using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Routing;

/// <summary>Finds a form by its id.</summary>
public sealed class FormRouter(IEnumerable<IFormHandler> forms)
{
    private readonly FrozenDictionary<string, IFormHandler> _forms = UniqueNames.Index(forms, form => form.FormId, "form id");

    public IFormHandler Get(string formId) =>
        _forms.GetValueOrDefault(formId) ?? throw new InvalidOperationException($"No form '{formId}' is registered.");
}
