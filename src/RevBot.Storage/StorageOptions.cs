using System.ComponentModel.DataAnnotations;

namespace RevBot.Storage;

/// <summary>Where the store is.</summary>
public sealed class StorageOptions
{
    /// <summary>The database file; made, with its folder, when it is not there.</summary>
    [Required]
    public string Path { get; set; } = "";
}
