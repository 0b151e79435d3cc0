using System.Reflection;

namespace RevBot.Tests.House;

/// <summary>The six projects, for tests that walk them.</summary>
internal static class HouseAssemblies
{
    public static Assembly Host { get; } = typeof(RevBot.Hosting.DataFolder).Assembly;

    public static Assembly Channels { get; } = Assembly.Load("RevBot.Channels");

    public static Assembly Conversation { get; } = Assembly.Load("RevBot.Conversation");

    public static Assembly Intents { get; } = Assembly.Load("RevBot.Intents");

    public static Assembly Pipeline { get; } = Assembly.Load("RevBot.Pipeline");

    public static Assembly Storage { get; } = Assembly.Load("RevBot.Storage");

    public static IReadOnlyList<Assembly> All { get; } = [Host, Channels, Conversation, Intents, Pipeline, Storage];

    /// <summary>Types people wrote: none that the compiler or a source generator made.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("RevBot", StringComparison.Ordinal) == true
            && !type.Name.Contains('<', StringComparison.Ordinal)
            && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
            && type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null);
}
