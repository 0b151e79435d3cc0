namespace RevBot.Testing.Models;

/// <summary>How a model's address may misbehave.</summary>
public enum FakeModelFault
{
    None,

    /// <summary>Takes the request and never answers.</summary>
    Hang,

    /// <summary>Answers as the protocol has it, with words where the record should be.</summary>
    Chatter,

    /// <summary>Answers 200 with what is not even JSON.</summary>
    Garbage,

    /// <summary>The model declines.</summary>
    Refusal,

    /// <summary>500.</summary>
    Error,

    /// <summary>429.</summary>
    TooMany,

    /// <summary>401, quoting the key it was shown.</summary>
    WrongKey,

    /// <summary>Megabytes.</summary>
    Oversize,

    /// <summary>Sends the caller, with its key, somewhere else.</summary>
    Redirect,

    /// <summary>Hangs up in the middle.</summary>
    Cut,
}
