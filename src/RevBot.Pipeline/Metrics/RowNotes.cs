using System.Buffers;

namespace RevBot.Pipeline.Metrics;

/// <summary>A row's number at each of many places, or nothing. Numbers are kept byte by byte: with few rows, as most questions have, the notes are small enough for the processor's cache, and writing them all over is fast.</summary>
internal sealed class RowNotes(int places)
{
    /// <summary>The lowest byte of the number and one: 0 in all bytes is nothing.</summary>
    private readonly byte[] _lowest = Rent(places);

    /// <summary>The bytes above, with many rows.</summary>
    private readonly List<byte[]> _higher = [];

    public void Note(int place, int row)
    {
        var left = row + 1;
        _lowest[place] = (byte)left;
        for (var digit = 0; (left >>= 8) > 0; digit++)
        {
            if (digit == _higher.Count)
            {
                _higher.Add(Rent(places));
            }

            _higher[digit][place] = (byte)left;
        }
    }

    /// <summary>Goes on to the next place with a row.</summary>
    /// <returns>The row; -1 when no more place has one.</returns>
    public int Next(ref int place)
    {
        while (++place < places)
        {
            var row = (int)_lowest[place];
            for (var digit = 0; digit < _higher.Count; digit++)
            {
                row |= _higher[digit][place] << (8 * (digit + 1));
            }

            if (row > 0)
            {
                return row - 1;
            }
        }

        return -1;
    }

    /// <summary>To be called once, after the last use.</summary>
    public void Return() => _higher.Append(_lowest).ToList().ForEach(bytes => ArrayPool<byte>.Shared.Return(bytes));

    private static byte[] Rent(int places)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(places);
        bytes.AsSpan(0, places).Clear();
        return bytes;
    }
}
