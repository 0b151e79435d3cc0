using System.Collections.Immutable;
using System.Data.Common;

namespace RevBot.Storage.Deals;

/// <summary>A table that is read from beginning to end in the order of deals, dealt out deal by deal.</summary>
/// <param name="dealColumn">Which column has the deal's position.</param>
internal sealed class RowsByDeal<T>(DbDataReader rows, int dealColumn, Func<DbDataReader, T> read) : IDisposable
{
    private readonly ImmutableArray<T>.Builder _buffer = ImmutableArray.CreateBuilder<T>();
    private bool _more = rows.Read();

    /// <summary>The rows of a deal; deals are asked for in order.</summary>
    public ImmutableArray<T> Of(long position)
    {
        if (!_more || rows.GetInt64(dealColumn) != position)
        {
            return [];
        }

        _buffer.Clear();
        for (; _more && rows.GetInt64(dealColumn) == position; _more = rows.Read())
        {
            _buffer.Add(read(rows));
        }

        return _buffer.ToImmutable();
    }

    public void Dispose() => rows.Dispose();
}
