using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace RevBot.Storage;

/// <summary>A prepared statement whose parameters are <c>$1</c>, <c>$2</c> … in the order they are given.</summary>
internal sealed class SqlStatement : IDisposable
{
    private readonly DbCommand _command;
    private DbParameter[]? _parameters;

    [SuppressMessage("Security", "CA2100", Justification = "The text is always a constant of the store; values are parameters.")]
    public SqlStatement(DbConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    /// <summary>Executes and returns the number of rows changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null when there is no row or it is null.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var value = _command.ExecuteScalar();
        return value is DBNull ? null : value;
    }

    public DbDataReader Query(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public List<T> All<T>(Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Query(values);
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (_parameters is null)
        {
            _parameters = new DbParameter[values.Length];
            for (var index = 0; index < values.Length; index++)
            {
                var parameter = _command.CreateParameter();
                parameter.ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${index + 1}");
                parameter.Value = DBNull.Value;
                _command.Parameters.Add(parameter);
                _parameters[index] = parameter;
            }

            _command.Prepare();
        }

        for (var index = 0; index < values.Length; index++)
        {
            _parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }
}
