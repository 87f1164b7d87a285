using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>What is fetched from the vendor once it has given its verdict.</summary>
public enum HarvestKind
{
    /// <summary>The scores and identity that only `result/detail` has.</summary>
    Detail,

    /// <summary>The best frame of the capture.</summary>
    Face,

    /// <summary>How often each service behind the flow was called.</summary>
    Stat,

    /// <summary>Where video and pictures of the live check are; settled when they are debts of their own.</summary>
    Media,

    Video,

    /// <summary>A picture of the live check.</summary>
    Frame,

    IdFront,

    IdBack,
}

public static class HarvestKindFacts
{
    /// <summary>Whether it is a likeness of the person or their card, holds one, or leads to one.</summary>
    public static bool BringsPictures(this HarvestKind kind, PlanTerms terms) =>
        kind is not (HarvestKind.Detail or HarvestKind.Stat) || kind.HoldsCards(terms);

    /// <summary>`detail` carries the pictures of the cards that a plan reads.</summary>
    public static bool HoldsCards(this HarvestKind kind, PlanTerms terms) => kind == HarvestKind.Detail && terms.ReadsCards;
}
