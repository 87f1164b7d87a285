using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;
using RazorSlices;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>A piece of a page, which has the page's words at hand.</summary>
public abstract class PersonSlice<TModel> : RazorSlice<TModel>
    where TModel : IPartOfPage
{
    protected IStringLocalizer<Texts> L => Model.Page.Texts;
}
