/** Whether all that a path has percent-encoded is UTF-8; routes can't be matched with one that isn't. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
