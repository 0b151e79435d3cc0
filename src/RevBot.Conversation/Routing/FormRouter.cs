using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Forms;

namespace RevBot.Conversation.Routing;

/// <summary>Finds a form by its id. The forms are made when one is asked for: most turns show none.</summary>
public sealed class FormRouter(IServiceProvider services)
{
    public IFormHandler? Find(string formId) => services.GetServices<IFormHandler>().FirstOrDefault(form => form.FormId == formId);

    public IFormHandler Get(string formId) => Find(formId) ?? throw new InvalidOperationException($"No form '{formId}' is registered.");
}
