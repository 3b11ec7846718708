/** Longer than a browser takes to begin a download. */
const KEEP_MS = 60_000;

/** Hands a file over to the browser's downloads. */
export function saveBlob(blob: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
