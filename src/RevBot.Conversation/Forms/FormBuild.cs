using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Forms;

/// <summary>A form, or why there is none any more.</summary>
public abstract record FormBuild
{
    private FormBuild()
    {
    }

    public sealed record Ready(Form Form) : FormBuild;

    /// <summary>There is nothing to fill in (the deal has moved meanwhile, the right is gone): say this instead.</summary>
    public sealed record Unavailable(Reply Reply) : FormBuild;
}
