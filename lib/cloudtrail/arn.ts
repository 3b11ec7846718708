export type Arn = { partition: string; service: string; region: string; accountId: string; resource: string };

/** The six parts of an ARN, or null; the resource may itself hold colons and slashes. */
export function parseArn(text: string): Arn | null {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text);
  if (!match) return null;
  const [, partition = "", service = "", region = "", accountId = "", resource = ""] = match;
  return { partition, service, region, accountId, resource };
}
