const MAIL = /^[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;
/** `ines.okafor`, `Ines_Okafor`: words with a letter each, no number that tells machines apart. */
const FULL_NAME = /^\p{L}{2,}(?:[._]\p{L}{2,}){1,2}$/u;
/** Session names of services and libraries that have the shape of a name. */
const MACHINE =
  /(?:^|[._])(?:aws|amazon|boto\w*|botocore|codestar|codepipeline|codebuild|codedeploy|lambda|session|role|service|deploy\w*|build\w*|pipeline|prod|test|ci|cd|bot|job|task|worker|runner|terraform|github|gitlab|jenkins)(?:$|[._])/i;

/** Whether a session name reads like a person: an e-mail address, or a first and a last name. A hint, no more. */
export function looksLikePerson(sessionName: string): boolean {
  if (MAIL.test(sessionName)) return !/^(?:no-?reply|root|admin|ci|bot|deploy\w*)[@+]/i.test(sessionName);
  return FULL_NAME.test(sessionName) && !MACHINE.test(sessionName);
}
