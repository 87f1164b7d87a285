using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>What a page shows of a session.</summary>
internal interface IStep
{
    Task<PersonAnswer> ShowAsync(Visit visit);
}

/// <summary>One that asks something, and does what it is answered.</summary>
internal interface IFormStep : IStep
{
    /// <summary>The name that its form carries, so that one that comes late is known.</summary>
    string Form { get; }

    /// <summary>Answers where the person goes then, a page of its own, so that going back or reloading sends nothing twice.</summary>
    Task<Result<string>> DoAsync(Visit visit);
}
