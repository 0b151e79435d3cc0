namespace RevBot.Intents.ImportData;

/// <summary>The different values of a column in the order they first stand there, with how often each does.</summary>
internal sealed class ValueTally
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _values = [];

    public IReadOnlyList<string> Values => _values;

    public void See(string? value)
    {
        if (value is null)
        {
            return;
        }

        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out var known);
        count++;
        if (!known)
        {
            _values.Add(value);
        }
    }

    public int CountOf(string value) => _counts.GetValueOrDefault(value);
}
