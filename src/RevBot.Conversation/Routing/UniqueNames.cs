using System.Collections.Frozen;

namespace RevBot.Conversation.Routing;

/// <summary>Builds a lookup table and refuses two entries of one name with a sentence that names both.</summary>
internal static class UniqueNames
{
    public static FrozenDictionary<string, T> Index<T>(IEnumerable<T> items, Func<T, string> name, string what)
        where T : notnull
    {
        var table = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!table.TryAdd(name(item), item))
            {
                throw new InvalidOperationException(
                    $"Two entries share the {what} '{name(item)}': {table[name(item)].GetType().Name} and {item.GetType().Name}. Give one of them another name.");
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
