/**
 * Puts a text on the clipboard, unchanged.
 * @returns false when the browser doesn't let us: outside loopback, only pages that came over https may.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
