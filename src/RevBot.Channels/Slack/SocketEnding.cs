namespace RevBot.Channels.Slack;

/// <summary>Why a socket is at its end, which decides what is done next.</summary>
internal enum SocketEnding
{
    /// <summary>It broke or was closed without notice.</summary>
    Lost,

    /// <summary>Slack recycles it: open the next one now, while this one still delivers.</summary>
    Replace,

    /// <summary>There are more sockets of this app than Slack allows.</summary>
    TooMany,

    /// <summary>Socket Mode was switched off.</summary>
    Disabled,
}
