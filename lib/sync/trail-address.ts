import { fileURLToPath, pathToFileURL } from "node:url";

export type TrailAddress =
  | { kind: "s3"; url: string; bucket: string; prefix: string }
  | { kind: "file"; url: string; folder: string };

/**
 * A `TRAIL_URLS` entry taken apart. Slashes at either end of the prefix mean nothing, so that `s3://b/p`, `s3://b/p/` and
 * `s3://b//p` are one trail; the address it returns is the trail's name in the database.
 */
export function trailAddress(url: string): TrailAddress {
  if (url.startsWith("file:")) {
    const folder = fileURLToPath(url).replace(/(?<=.)\/+$/, "");
    return { kind: "file", url: pathToFileURL(folder).href, folder };
  }
  const [, bucket = "", path = ""] = /^s3:\/\/([^/]+)(.*)$/s.exec(url) ?? [];
  const prefix = path.replace(/^\/+|\/+$/g, "");
  return {
    kind: "s3",
    url: prefix === "" ? `s3://${bucket}` : `s3://${bucket}/${prefix}`,
    bucket,
    prefix: prefix === "" ? "" : `${prefix}/`,
  };
}
