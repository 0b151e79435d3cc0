using RevBot.Intents.UpdateDeal;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.BulkUpdate;

/// <summary>A sentence about many deals, cut into the words for them and the words for what is to become of them. Nothing is resolved yet.</summary>
/// <param name="Said">The whole sentence; <paramref name="SetStart"/> and <paramref name="SetLength"/> mark in it which deals are meant.</param>
/// <param name="Kind">What the verb leaves open.</param>
internal sealed record BulkCall(string Said, int SetStart, int SetLength, BulkKind Kind)
{
    /// <summary>The field that was named; null where the value tells it.</summary>
    public DealField? Field { get; init; }

    /// <summary>The value's words; null when none was said, empty to clear.</summary>
    public string? Value { get; init; }

    /// <summary>Where <see cref="Value"/> stands in the sentence.</summary>
    public int ValueStart { get; init; }

    /// <summary>How much the field is to change, where that was said rather than its value.</summary>
    public FieldStep? Step { get; init; }

    /// <summary>Why, where the sentence gives a reason.</summary>
    public string? Why { get; init; }

    /// <summary>True for "push" and the like: a deal that closes later already is left as it is.</summary>
    public bool OnlyLater { get; init; }

    public string SetWords => Said.Substring(SetStart, SetLength);

    /// <summary>The same sentence with other words for the deals.</summary>
    public string With(string set) => string.Concat(Said.AsSpan(0, SetStart), set, Said.AsSpan(SetStart + SetLength));

    /// <summary>The same sentence with a value of one reading.</summary>
    public string Instead(string value) => string.Concat(Said.AsSpan(0, ValueStart), value, Said.AsSpan(ValueStart + (Value?.Length ?? 0)));
}
