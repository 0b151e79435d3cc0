namespace RevBot.Intents.Approvals;

/// <summary>What a sentence about approvals wants.</summary>
public enum ApprovalWishKind
{
    /// <summary>"Exception for Acme to Proposal: the board meets on Friday".</summary>
    Ask,

    /// <summary>"Approve Acme".</summary>
    Approve,

    /// <summary>"Decline Acme: too high a discount".</summary>
    Decline,

    /// <summary>"What waits for my approval?".</summary>
    Waiting,
}
