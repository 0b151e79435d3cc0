namespace RevBot.Tests.Fuzz;

/// <summary>One request as it goes out.</summary>
/// <param name="Number">Its place in the run, from 0.</param>
/// <param name="Id">What its turn would be called, had it not been changed; names the request in a failure.</param>
/// <param name="MustBeRefused">It may not change a deal, whatever it holds.</param>
internal sealed record FuzzRequest(long Number, string Path, string? ContentType, byte[] Body, FuzzSigning Signing, string Id, bool MustBeRefused);
