using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Display;

/// <summary>What an outcome means, in the words of the person it concerns or of the operator.</summary>
public static class OutcomeText
{
    public static string ForOperator(IStringLocalizer<Texts> texts, Outcome outcome) => texts[$"Outcome.{outcome}"];

    public static string ForEndUser(IStringLocalizer<Texts> texts, Outcome? outcome) =>
        texts[$"EndUser.Outcome.{outcome ?? Outcome.Uncertain}"];
}
