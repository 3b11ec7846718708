const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** A size in the unit that leaves one to three digits before the point: `512 bytes`, `42.6 MB`; 1 kB is 1,000 bytes. */
export function formatBytes(sizeBytes: number): string {
  let size = sizeBytes;
  let unit = 0;
  while (size >= 999.95 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? String(size) : size.toFixed(1)} ${UNITS[unit] ?? ""}`;
}
