using RevBot.Intents.Changes;
using RevBot.Pipeline.Alerts;

namespace RevBot.Intents.Alerts;

/// <summary>How the alerts of some kinds look as their subjects stand now. The buttons of every alert work through it.</summary>
public interface IAlertFace
{
    bool Shows(string kind);

    /// <summary>Null when the subject is not there any more.</summary>
    AlertView? Of(AlertSubject subject, WriteContext context);
}
