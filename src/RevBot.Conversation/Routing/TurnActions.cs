namespace RevBot.Conversation.Routing;

/// <summary>Action ids of buttons the turn pipeline itself puts on cards and handles.</summary>
public static class TurnActions
{
    /// <summary>Opens a form; the value is the session id.</summary>
    public const string OpenForm = "forms.open";

    /// <summary>Submits a form that asks for nothing but a yes; the value is the session id.</summary>
    public const string SubmitForm = "forms.submit";

    /// <summary>Keeps what is filled in so far, of the form it stands in.</summary>
    public const string KeepForm = "forms.keep";

    /// <summary>Shows the section before, of the form it stands in.</summary>
    public const string BackForm = "forms.back";

    /// <summary>Gives a form up; the value is the session id.</summary>
    public const string CancelForm = "forms.cancel";

    /// <summary>Picks a reading of an unclear sentence; the value is <c>session:index</c>.</summary>
    public const string PickChoice = "clarify.pick";

    /// <summary>Answers "are you sure?" with no.</summary>
    public const string Dismiss = "turn.dismiss";
}
