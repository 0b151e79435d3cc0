namespace RevBot.Pipeline.Rights;

/// <summary>Whose deals a right goes to.</summary>
public enum Reach
{
    /// <summary>Nobody's.</summary>
    None,

    /// <summary>One's own.</summary>
    Own,

    /// <summary>Those of everybody in one's team.</summary>
    Team,

    /// <summary>One's own and those of everybody under one, however many levels down; for managers their team's, too.</summary>
    Tree,

    /// <summary>Everybody's, and those nobody owns.</summary>
    All,
}
