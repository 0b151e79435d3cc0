namespace RevBot.Tests.Journeys;

/// <summary>What a line of a conversation script does.</summary>
internal enum ScriptVerb
{
    /// <summary>Somebody else speaks from here on.</summary>
    As,

    /// <summary>Goes to a team's room: what is said next begins a thread there, what follows goes on in it.</summary>
    InRoom,

    InDirectChat,

    Say,

    Press,

    OpenForm,

    Fill,

    Submit,

    /// <summary>What is shown now says this.</summary>
    See,

    /// <summary>What is shown now does not say this.</summary>
    Miss,

    /// <summary>Looks at the one alert about a deal.</summary>
    FindAlert,

    /// <summary>The nightly run, once more.</summary>
    RunAlerts,

    Restart,
}
