namespace FaceH5Portal.Web.Resources;

/// <summary>Names the text resources; the words are in Texts.resx (en) and Texts.zh-CN.resx.</summary>
public sealed class Texts;
