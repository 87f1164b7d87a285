namespace FaceH5Portal.Core.Harvesting;

public enum HarvestItemState
{
    Owed,
    Done,

    /// <summary>The vendor says that there is none.</summary>
    Absent,

    /// <summary>Given up by a named person with a reason.</summary>
    Lost,
}
