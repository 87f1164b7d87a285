using System.Globalization;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Display;

/// <summary>What an attempt means and what to do about it, in the words of the operator.</summary>
public static class OutcomeText
{
    public static string ForOperator(IStringLocalizer<Texts> texts, Outcome outcome) => texts[$"Outcome.{outcome}"];

    public static string Charged(IStringLocalizer<Texts> texts, Attempt attempt) => attempt.IsCharged switch
    {
        true => texts["Charged.Yes"],
        false => texts["Charged.No"],
        null => texts["Charged.Unknown"],
    };

    public static string Retry(IStringLocalizer<Texts> texts, Attempt attempt) =>
        attempt.Passed ? "—" : texts[$"Retry.{attempt.RetryWith}"];

    public static string Advice(Attempt attempt) =>
        OutcomeMapper.EntryOf(attempt.Code, attempt.Outcome).Operator.In(CultureInfo.CurrentUICulture);
}
