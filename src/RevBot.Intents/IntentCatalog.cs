using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Understanding;
using RevBot.Intents.AddAccounts;
using RevBot.Intents.AlertReports;
using RevBot.Intents.Alerts;
using RevBot.Intents.Approvals;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.AuditDeals;
using RevBot.Intents.Backtest;
using RevBot.Intents.BulkUpdate;
using RevBot.Intents.ConvertLead;
using RevBot.Intents.CreateDeal;
using RevBot.Intents.DealAlerts;
using RevBot.Intents.DealLookup;
using RevBot.Intents.Definitions;
using RevBot.Intents.Digests;
using RevBot.Intents.Drafts;
using RevBot.Intents.FormReports;
using RevBot.Intents.FreezeForecasts;
using RevBot.Intents.HandleLeads;
using RevBot.Intents.HandOver;
using RevBot.Intents.Help;
using RevBot.Intents.Leakage;
using RevBot.Intents.ListDeals;
using RevBot.Intents.LogActivity;
using RevBot.Intents.LossReasons;
using RevBot.Intents.MoveDeal;
using RevBot.Intents.MyDay;
using RevBot.Intents.Outlook;
using RevBot.Intents.PauseDeal;
using RevBot.Intents.PickDeal;
using RevBot.Intents.PipelineChanges;
using RevBot.Intents.PostMortems;
using RevBot.Intents.RouteLeads;
using RevBot.Intents.Several;
using RevBot.Intents.SlowStages;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.SubmitForecast;
using RevBot.Intents.TeamAlerts;
using RevBot.Intents.UndoLastChange;
using RevBot.Intents.UpdateDeal;
using RevBot.Intents.WhoChanged;
using RevBot.Intents.WhoOwns;

namespace RevBot.Intents;

/// <summary>Every capability, one visible line each: what can be said, which forms and buttons answer, what is watched. Where two read a sentence equally well, the one listed first takes it.</summary>
internal static class IntentCatalog
{
    public static void AddAll(IServiceCollection services)
    {
        services.AddIntent<SeveralIntent>();
        services.AddIntent<BulkUpdateIntent>().AddForm<BulkUpdateForm>();
        services.AddIntent<SubmitForecastIntent>().AddForm<SubmitForecastForm>().AddAction<OpenForecastFormAction>();
        services.AddIntent<MissingForecastsIntent>();
        services.AddIntent<AskIntent>().AddAction<ShowDealsAction>().AddAction<AskAgainAction>();
        services.AddIntent<ListDealsIntent>().AddAction<NextPageAction>();
        services.AddIntent<DealLookupIntent>().AddAction<OpenDealAction>();
        services.AddIntent<WhoChangedIntent>();
        services.AddIntent<DefineTermIntent>();
        services.AddIntent<ListMetricsIntent>();
        services.AddIntent<OutlookIntent>();
        services.AddIntent<PipelineChangesIntent>().AddAction<ChangedDealsAction>();
        services.AddIntent<FollowUpIntent>();
        services.AddIntent<HelpIntent>();
        services.AddIntent<MoveDealIntent>().AddForm<MoveDealForm>().AddAction<OpenMoveFormAction>().AddAction<OpenLossFormAction>();
        services.AddIntent<UpdateDealIntent>().AddForm<UpdateDealForm>().AddAction<OpenNextStepFormAction>();
        services.AddIntent<PauseDealIntent>().AddForm<PauseDealForm>().AddAction<OpenPauseFormAction>().AddAction<ResumeDealAction>();
        services.AddIntent<LeadIntent>().AddForm<LeadStepForm>().AddAction<AcceptLeadAction>().AddAction<ReturnLeadAction>().AddAction<DisqualifyLeadAction>().AddAction<QualifyLeadAction>().AddAction<QualifyMqlAction>();
        services.AddIntent<ConvertLeadIntent>().AddForm<ConvertLeadForm>().AddAction<ConvertLeadAction>();
        services.AddIntent<MyLeadsIntent>();
        services.AddIntent<WhoOwnsIntent>();
        services.AddScoped<IScheduledJob, RouteLeadsJob>();
        services.AddIntent<ApprovalIntent>().AddForm<AskApprovalForm>().AddForm<DeclineForm>().AddAction<AskExceptionAction>().AddAction<ApproveAction>().AddAction<DeclineAction>()
            .AddAction<WithdrawAction>().AddAction<ShowApprovalAction>().AddAction<MoveApprovedAction>();
        services.AddIntent<ExceptionReportIntent>();
        services.AddScoped<IScheduledJob, ApprovalsJob>();
        services.AddIntent<PickDealIntent>().AddForm<PickDealForm>().AddAction<OpenUpdateFormAction>();
        services.AddIntent<CreateDealIntent>().AddForm<CreateDealForm>().AddAction<OpenCreateFormAction>();
        services.AddIntent<AddAccountIntent>().AddForm<AddAccountForm>();
        services.AddIntent<AddContactIntent>().AddForm<AddContactForm>();
        services.AddIntent<HandOverIntent>().AddForm<HandOverForm>().AddAction<OpenHandOverAction>();
        services.AddIntent<LogActivityIntent>().AddForm<LogActivityForm>().AddAction<OpenLogActivityAction>().AddAction<LogMessageAction>();
        services.AddIntent<UndoLastChangeIntent>().AddAction<UndoAction>().AddAction<UndoConfirmAction>().AddAction<UndoKeepAction>();
        services.AddIntent<UndoImportIntent>();
        services.AddIntent<LeakageIntent>();
        services.AddScoped<IScheduledJob, FreezeForecastsJob>();
        services.AddIntent<BacktestIntent>().AddAction<SetThresholdAction>();
        services.AddIntent<WhyStalledIntent>();
        services.AddIntent<MyDayIntent>().AddAction<ShowMyDayAction>();
        services.AddIntent<DigestIntent>().AddAction<DigestPageAction>();
        services.AddIntent<ReviewIntent>().AddAction<ReviewPartAction>();
        services.AddIntent<PostMortemsIntent>().AddForm<PostMortemForm>().AddAction<OpenPostMortemAction>();
        services.AddIntent<LossReasonsIntent>();
        services.AddIntent<DigestSwitchIntent>();
        services.AddIntent<AuditIntent>().AddAction<AuditPageAction>().AddAction<FixDealAction>();
        services.AddScoped<IScheduledJob, DigestJob>();
        services.AddIntent<AlertReportIntent>().AddAction<ApplyProposalAction>().AddAction<ShowReportAction>();
        services.AddScoped<IScheduledJob, AlertReportJob>();
        services.AddIntent<DraftsIntent>().AddAction<DiscardDraftAction>();
        services.AddIntent<FormReportIntent>();
        services.AddIntent<SlowStagesIntent>().AddAlert<SlowStagesAlert, SlowStagesGuard>();
        services.AddIntent<SlowSegmentsIntent>();
        services.AddIntent<StalledDealsIntent>().AddAction<StallPageAction>().AddAlert<StalledDealsAlert, StalledDealsGuard>();
        services.AddAlert<DealAlertsJob, DealAlertsGuard>();
        services.AddAlert<TeamAlertsJob, TeamAlertsGuard>();
        services.AddIntent<SnoozeAlertIntent>().AddForm<SnoozeAlertForm>().AddAction<SnoozeAlertAction>().AddAction<WakeAlertAction>().AddAction<OpenSnoozeFormAction>().AddAction<NotUsefulAction>().AddAction<ShowAlertAction>();
    }

    /// <summary>Also by its own type, for the buttons of the same slice.</summary>
    private static IServiceCollection AddIntent<T>(this IServiceCollection services)
        where T : class, IIntent =>
        services.AddScoped<T>().AddScoped<IIntent>(provider => provider.GetRequiredService<T>());

    private static IServiceCollection AddForm<T>(this IServiceCollection services)
        where T : class, IFormHandler =>
        services.AddScoped<IFormHandler, T>();

    private static IServiceCollection AddAction<T>(this IServiceCollection services)
        where T : class, IButtonAction =>
        services.AddScoped<IButtonAction, T>();

    /// <summary>A job that posts, by its own type too for the command line, and what checks its posts once more when they are sent.</summary>
    private static IServiceCollection AddAlert<TJob, TGuard>(this IServiceCollection services)
        where TJob : class, IScheduledJob
        where TGuard : class, ISendGuard =>
        services.AddScoped<TJob>().AddScoped<IScheduledJob>(provider => provider.GetRequiredService<TJob>()).AddScoped<ISendGuard, TGuard>();
}
