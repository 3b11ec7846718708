/** What a key under `AWSLogs/` says. Account, region and date are the delivery's, never the event's. */
export type LogFileKey = {
  prefix: string;
  organisation: string | null;
  accountId: string;
  type: string;
  region: string;
  /** `YYYY-MM-DD`, the folder's */
  date: string;
  file: string;
};

export type KeyKind = "log" | "digest" | "insight" | "network-activity" | "aggregated" | "folder-marker" | "other";

const KEY =
  /^(?:(?<prefix>.*)\/)?AWSLogs\/(?:(?<organisation>o-[a-z0-9]+)\/)?(?<accountId>\d{12})\/(?<type>CloudTrail(?:-[A-Za-z]+)?)\/(?<region>[a-z0-9-]+)\/(?<year>\d{4})\/(?<month>\d\d)\/(?<day>\d\d)\/(?<file>[^/]+)$/s;

const KINDS = new Map<string, KeyKind>([
  ["CloudTrail", "log"],
  ["CloudTrail-Digest", "digest"],
  ["CloudTrail-Insight", "insight"],
  ["CloudTrail-NetworkActivity", "network-activity"],
  ["CloudTrail-Aggregated", "aggregated"],
]);

/**
 * The parts of a key that CloudTrail delivers to, whatever its type, or null. The prefix may itself contain `AWSLogs`;
 * the file's own name is not looked at, because people rename what they copy.
 */
export function parseLogFileKey(key: string): LogFileKey | null {
  const parts = KEY.exec(key)?.groups;
  if (!parts) return null;
  const date = `${parts["year"]}-${parts["month"]}-${parts["day"]}`;
  if (!isDate(date)) return null;
  return {
    prefix: parts["prefix"] ?? "",
    organisation: parts["organisation"] ?? null,
    accountId: parts["accountId"] ?? "",
    type: parts["type"] ?? "",
    region: parts["region"] ?? "",
    date,
    file: parts["file"] ?? "",
  };
}

/** What an object is, by its key alone. Only a `log` is ever fetched. */
export function kindOfKey(key: string): KeyKind {
  if (key.endsWith("/")) return "folder-marker";
  const parsed = parseLogFileKey(key);
  if (parsed) return KINDS.get(parsed.type) ?? "other";
  // Insights are also delivered to `AWSLogs/CloudTrail-Insight/`, without an account.
  const type = /(?:^|\/)AWSLogs\/(?:[^/]+\/)*?(CloudTrail-[A-Za-z]+)\//.exec(key)?.[1];
  return (type && KINDS.get(type)) || "other";
}

function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return date >= "0001" && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
