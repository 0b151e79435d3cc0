namespace RevBot.Models;

/// <summary>Which protocol a model is spoken to in.</summary>
internal enum ModelProvider
{
    /// <summary>Chat completions, as OpenAI and most servers one can run oneself offer them.</summary>
    OpenAi,

    /// <summary>Messages, as Anthropic offers them.</summary>
    Anthropic,
}
