using RevBot.Pipeline.Answers;

namespace RevBot.Pipeline.Tests.Answers;

/// <summary>A list that is put in order as it is read, by several at once.</summary>
public sealed class OrderedAsReadTests
{
    [Fact]
    public void Several_who_read_at_once_all_read_the_same_order_and_every_item()
    {
        var random = new Random(5);
        for (var round = 0; round < 60; round++)
        {
            var items = Enumerable.Range(0, 1 + random.Next(3_000)).ToArray();
            random.Shuffle(items);
            var list = new OrderedAsRead<int, int>([.. items], (one, other) => one.CompareTo(other), item => item, null);
            Parallel.For(0, 8, reader =>
            {
                Assert.Equal(items.Length, reader % 2 == 0 ? list.InAnyOrder.Distinct().Count() : list.Distinct().Count());
                Assert.Equal(Enumerable.Range(0, items.Length), list);
            });
        }
    }
}
