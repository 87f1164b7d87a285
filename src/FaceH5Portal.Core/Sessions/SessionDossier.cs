namespace FaceH5Portal.Core.Sessions;

/// <summary>All that is known of one session, for a program: the page's detail, and what the page does not show.</summary>
/// <param name="Detail">As the page has it.</param>
/// <param name="Session">For what never changes after creation; what moves is the detail's.</param>
/// <param name="Subject">Null while nobody knows whom it is about.</param>
/// <param name="Consent">Null until it is given.</param>
public sealed record SessionDossier(SessionDetail Detail, VerificationSession Session, SubjectView? Subject, ConsentRecord? Consent);
