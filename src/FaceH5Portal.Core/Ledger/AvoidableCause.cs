namespace FaceH5Portal.Core.Ledger;

/// <summary>What a look before the launch would have shown of a charge. It was paid all the same: somebody let it pass, or nobody could look.</summary>
public enum AvoidableCause
{
    None,

    /// <summary>The identity that was compared has a fault that is seen without asking anybody.</summary>
    IdentityFault,

    /// <summary>Another session of the same person and plan was under way when this one was created.</summary>
    SecondSession,
}
