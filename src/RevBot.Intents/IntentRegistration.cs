using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.AlertReports;
using RevBot.Intents.Alerts;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.AssistedReading;
using RevBot.Intents.Backtest;
using RevBot.Intents.Changes;
using RevBot.Intents.DealAlerts;
using RevBot.Intents.Digests;
using RevBot.Intents.FormReports;
using RevBot.Intents.Help;
using RevBot.Intents.ListDeals;
using RevBot.Intents.MoveDeal;
using RevBot.Intents.PauseDeal;
using RevBot.Intents.Slots;
using RevBot.Intents.SlowStages;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.TeamAlerts;
using RevBot.Intents.UndoLastChange;
using RevBot.Intents.UpdateDeal;
using RevBot.Pipeline.Catalog;

namespace RevBot.Intents;

/// <summary>Adds every capability of the bot.</summary>
public static class IntentRegistration
{
    public static IServiceCollection AddIntents(this IServiceCollection services)
    {
        services.AddSingleton<MetricCatalog>();
        services.AddSingleton<NameDirectory>();
        services.AddSingleton<QuestionParser>();
        services.AddSingleton<RecentReadings>();
        services.AddScoped<IRecentOffers, RecentOffers>();
        services.AddSingleton<AskQuery>();
        services.AddSingleton<ICompanyDays, CompanyDays>();
        services.AddScoped<TurnScene>();
        services.AddScoped<QuestionReader>();
        services.AddScoped<NearQuestions>();
        services.AddScoped<QuestionAnswers>();
        services.AddScoped<AssistedReader>();
        services.AddScoped<AssistedAnswer>();
        services.AddSingleton<Readiness>();
        services.AddScoped<Rehearsal>();
        services.AddScoped<DealListQuery>();
        services.AddScoped<INotUnderstood, NotUnderstood>();
        services.AddScoped<IAdmission, PeopleOnly>();
        services.AddScoped<ITurnPerson, TurnPerson>();
        services.AddScoped<IAudienceRule, PeopleRead>();
        services.AddScoped<IDiscretion, RoomDiscretion>();
        services.AddScoped<RoomReaders>();
        services.AddSingleton<FieldLexicon>();
        services.AddSingleton<FieldClauses>();
        services.AddSingleton<FieldStepParser>();
        services.AddSingleton<UpdateDealParser>();
        services.AddSingleton<DealSlot>();
        services.AddSingleton<OwnerSlot>();
        services.AddSingleton<FieldValueSlot>();
        services.AddScoped<DealDesk>();
        services.AddScoped<DealMover>();
        services.AddScoped<DealEditor>();
        services.AddScoped<DealPauser>();
        services.AddScoped<ChangeUndo>();
        services.AddScoped<AlertRooms>();
        services.AddScoped<AlertOwners>();
        services.AddSingleton<RoomNotices>();
        services.AddSingleton<IRoomWatch, LostRooms>();
        services.AddSingleton<IRoomWatch, UnknownReaders>();
        services.AddSingleton<StallClocks>();
        services.AddSingleton<StageDrifts>();
        services.AddSingleton<PartDrifts>();
        services.AddSingleton<StallFace>();
        services.AddSingleton<IAlertFace>(provider => provider.GetRequiredService<StallFace>());
        services.AddSingleton<IAlertFace, SlowStageFace>();
        services.AddSingleton<IAlertFace, DealAlertFace>();
        services.AddSingleton<IAlertFace, LeadAlertFace>();
        services.AddSingleton<IAlertFace, UnitAlertFace>();
        services.AddSingleton<TeamFindings>();
        services.AddScoped<AlertReaders>();
        services.AddScoped<AlertRound>();
        services.AddScoped<DealAlertSource>();
        services.AddScoped<LeadAlertSource>();
        services.AddScoped<UnitAlertSource>();
        services.AddScoped<AlertDesk>();
        services.AddScoped<AlertReportDesk>().AddScoped<RuleEditor>().AddScoped<BacktestDesk>();
        services.AddSingleton<FormReportDesk>();
        services.AddSingleton<DigestDesk>();
        services.AddSingleton<DigestClocks>();
        services.AddSingleton<DealFindings>();
        IntentCatalog.AddAll(services);
        return services;
    }
}
