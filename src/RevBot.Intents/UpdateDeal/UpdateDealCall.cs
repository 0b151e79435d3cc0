using RevBot.Intents.Slots;

namespace RevBot.Intents.UpdateDeal;

/// <summary>A sentence about a deal's fields, cut into the deal and the wishes.</summary>
/// <param name="Said">The whole sentence; <paramref name="DealStart"/> and <paramref name="DealLength"/> mark the deal in it.</param>
/// <param name="Wishes">Empty for "update Acme": then the usual fields are asked for.</param>
/// <param name="HasVerb">True when a verb or a colon said it outright.</param>
public sealed record UpdateDealCall(string Said, int DealStart, int DealLength, IReadOnlyList<FieldWish> Wishes, bool HasVerb)
{
    /// <summary>How much the one wished-for field is to change, where that was said rather than its value.</summary>
    public FieldStep? Step { get; init; }

    public string DealWords => Said.Substring(DealStart, DealLength);

    /// <summary>The same wish with the deal named by its id.</summary>
    public string For(string id) => string.Concat(Said.AsSpan(0, DealStart), $"#{id}", Said.AsSpan(DealStart + DealLength));

    /// <summary>With a deal whose name may stand in quotes.</summary>
    public static UpdateDealCall Of(string said, int start, int length, IReadOnlyList<FieldWish> wishes, bool hasVerb) =>
        length > 2 && said[start] == '"' && said[start + length - 1] == '"'
            ? new UpdateDealCall(said, start + 1, length - 2, wishes, hasVerb)
            : new UpdateDealCall(said, start, length, wishes, hasVerb);
}
