using System.ComponentModel.DataAnnotations;

namespace RevBot.Storage;

/// <summary>Where the store is.</summary>
public sealed class StorageOptions
{
    /// <summary>Shorter keys can be guessed.</summary>
    public const int ShortestKey = 32;

    /// <summary>The database file; made, with its folder, when it is not there.</summary>
    [Required]
    public string Path { get; set; } = "";

    /// <summary>Seals the entries of the audit log, so that nobody who has only the file can forge it; null or empty for no seals. At least <see cref="ShortestKey"/> characters.</summary>
    public string? AuditKey { get; set; }
}
