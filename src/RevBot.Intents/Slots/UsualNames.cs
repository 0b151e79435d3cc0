namespace RevBot.Intents.Slots;

/// <summary>What people call the usual values of a company's lists beside their names: "ENT" and "MM" are segments wherever there are such, "upsell" is expansion.</summary>
internal static class UsualNames
{
    private static readonly (NameKind Kind, string Value, string[] Others)[] All =
    [
        (NameKind.Segment, "enterprise", ["ent", "enterprises"]),
        (NameKind.Segment, "mid market", ["mm", "mid size", "midsize", "midsized", "mid sized"]),
        (NameKind.Segment, "smb", ["small business", "small businesses", "sme", "smes", "small and medium businesses"]),
        (NameKind.DealType, "expansion", ["upsell", "upsells", "up sell", "upselling", "cross sell", "cross sells", "cross selling"]),
        (NameKind.DealType, "new business", ["new biz", "newbiz", "new logo", "new logos", "new customer", "new customers", "new client", "new clients"]),
        (NameKind.Region, "amer", ["americas", "the americas", "america"]),
        (NameKind.Industry, "technology", ["tech"]),
        (NameKind.Industry, "manufacturing", ["manufacturers", "industrials"]),
        (NameKind.Industry, "healthcare", ["health care", "health"]),
        (NameKind.LossReason, "price", ["too expensive", "we were too expensive", "too pricey", "too costly", "too dear", "cost too much", "priced too high"]),
        (NameKind.LossReason, "no decision", ["nobody made a decision", "nobody decided", "made no decision", "no decision made", "did not decide", "didnt decide", "never decided", "could not decide", "couldnt decide", "cant decide", "indecision", "never made a decision", "never made up their mind", "no decision was made", "didnt make a decision"]),
        (NameKind.LossReason, "other", ["loss reason other", "lost reason other", "reason other", "reason is other", "reason was other", "other as reason", "other as the reason", "other as a reason", "other as loss reason", "other as the loss reason", "for other reasons"]),
        (NameKind.Source, "event", ["marketing event", "marketing events", "conference", "conferences", "trade show", "trade shows", "tradeshow", "tradeshows"]),
        (NameKind.Source, "referral", ["referred", "word of mouth"]),
        (NameKind.Source, "partner", ["channel partner", "channel partners", "partnership", "partnerships"]),
    ];

    public static IEnumerable<string> Of(NameKind kind, string value)
    {
        var key = WordSplitter.KeyOf(value);
        return All.Where(row => row.Kind == kind && WordSplitter.KeyOf(row.Value) == key).SelectMany(row => row.Others);
    }
}
