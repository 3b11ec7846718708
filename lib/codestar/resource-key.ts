/** Shaped as AWS makes them: printable and short, so that a hostile text is none. */
const RESOURCE_ARN =
  /^(arn:[a-z-]{1,20}:)(?:(codestar-connections|codeconnections)|codestar-notifications)(:[a-z0-9-]*:\d*:(?:connection|host|repository-link|notificationrule)\/[!-~]+)$/;
const MAX_LENGTH = 300;

/**
 * The one spelling by which a connection, host, repository link or notification rule is grouped and compared:
 * `codestar-connections` ARNs are the same resources as `codeconnections` ones since the renaming in March 2024. Any
 * other text is its own key.
 */
export function resourceKey(arn: string): string {
  const [, head, connections, tail] = RESOURCE_ARN.exec(arn) ?? [];
  return connections ? `${head}codeconnections${tail}` : arn;
}

/** Whether the text is the ARN of such a resource, of a length that an index holds. */
export function isResourceArn(text: string): boolean {
  return text.length <= MAX_LENGTH && RESOURCE_ARN.test(text);
}

/** The other spelling of a connection's, host's or repository link's ARN, or of a pattern for some; else null. */
export function otherSpelling(arn: string): string | null {
  const [, head, name, tail] = /^(arn:[^:]*:)(codestar-connections|codeconnections)(:.*)$/s.exec(arn) ?? [];
  if (name === undefined) return null;
  return `${head}${name === "codeconnections" ? "codestar-connections" : "codeconnections"}${tail}`;
}
