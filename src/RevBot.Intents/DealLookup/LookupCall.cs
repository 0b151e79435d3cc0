using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.DealLookup;

/// <summary>Which deal or account is asked about, and what of it.</summary>
internal sealed record LookupCall(NameHit Name, LookupTopic Topic, string Text, PipelineSnapshot Snapshot, CompanyProfile Company, Person? Me, ReaderClock Clock);
