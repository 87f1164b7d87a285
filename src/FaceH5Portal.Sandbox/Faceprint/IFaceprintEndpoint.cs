namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>One call below <c>/rpc/2.0/brain/solution/faceprint/</c>. It runs alone: nothing else changes the state meanwhile.</summary>
internal interface IFaceprintEndpoint
{
    string Name { get; }

    FaceprintAnswer Answer(FaceprintCall call);
}
