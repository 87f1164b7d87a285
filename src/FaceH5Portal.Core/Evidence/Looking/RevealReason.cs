namespace FaceH5Portal.Core.Evidence.Looking;

/// <summary>Why somebody looks at a person in the clear. A choice, so that no word about the person gets into the audit.</summary>
public enum RevealReason
{
    Review,
    PersonAsked,
    SuspectedFraud,
    ChargeDispute,

    /// <summary>To reach somebody who asked for another way than their face.</summary>
    OtherWay,

    /// <summary>A program of the business fetched it over the API, for the business's own records.</summary>
    Program,
}
