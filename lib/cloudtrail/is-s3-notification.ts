/**
 * Whether an element of `Records` belongs to an S3 event notification. Such a file also starts with `{"Records":[` and
 * carries eventName and eventSource, so it would pass for a log file.
 */
export function isS3Notification(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const record = value as { eventSource?: unknown; s3?: unknown };
  return record.eventSource === "aws:s3" || (typeof record.s3 === "object" && record.s3 !== null);
}
