import { fileURLToPath, pathToFileURL } from "node:url";
import { EnvError } from "#lib/env.ts";

/** How a bucket is asked, from the options of its `TRAIL_URLS` entry. */
export type TrailOptions = {
  /** ARN of a role that the process's own credentials assume. */
  role?: string;
  /** What the role's trust policy asks for; never shown. */
  externalId?: string;
  isRequesterPays?: boolean;
  region?: string;
};

export type TrailAddress =
  | { kind: "s3"; url: string; bucket: string; prefix: string; options: TrailOptions }
  | { kind: "file"; url: string; folder: string };

/**
 * A `TRAIL_URLS` entry taken apart. Slashes at either end of the prefix mean nothing, so that `s3://b/p`, `s3://b/p/` and
 * `s3://b//p` are one trail; the address it returns is the trail's name in the database. Options are no part of it: a
 * trail that is read by another role from now on is the same trail.
 * @throws EnvError naming the option that can't be used
 */
export function trailAddress(entry: string): TrailAddress {
  const [place, query] = splitOnce(entry, "?");
  if (place.startsWith("file:")) {
    if (query !== undefined)
      throw new EnvError(`TRAIL_URLS: ${place} takes no options; a "?" in the folder's name is written %3F.`);
    const folder = fileURLToPath(place).replace(/(?<=.)\/+$/, "");
    return { kind: "file", url: pathToFileURL(folder).href, folder };
  }
  const [, bucket = "", path = ""] = /^s3:\/\/([^/]+)(.*)$/s.exec(place) ?? [];
  const prefix = path.replace(/^\/+|\/+$/g, "");
  const url = prefix === "" ? `s3://${bucket}` : `s3://${bucket}/${prefix}`;
  return {
    kind: "s3",
    url,
    bucket,
    prefix: prefix === "" ? "" : `${prefix}/`,
    options: trailOptions(url, query ?? ""),
  };
}

/**
 * All entries of `TRAIL_URLS`, each trail once, in the order they are given.
 * @throws EnvError when a trail is given twice with different options
 */
export function trailAddresses(entries: readonly string[]): TrailAddress[] {
  const addresses = new Map<string, TrailAddress>();
  for (const entry of entries) {
    const address = trailAddress(entry);
    const other = addresses.get(address.url);
    if (other && JSON.stringify(other) !== JSON.stringify(address))
      throw new EnvError(`TRAIL_URLS has ${address.url} twice with different options; give it once.`);
    addresses.set(address.url, address);
  }
  return [...addresses.values()];
}

const FLAGS: Record<string, boolean> = { "1": true, true: true, "0": false, false: false };
const READERS: Record<string, { shape: RegExp; hint: string; read: (value: string) => TrailOptions }> = {
  role: {
    shape: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    hint: "isn't a role's ARN (arn:aws:iam::111122223333:role/name)",
    read: (role) => ({ role }),
  },
  "external-id": {
    shape: /^[\w+=,.@:/-]{2,1224}$/,
    hint: "isn't an external id: 2 to 1224 letters, digits and + = , . @ : / - _",
    read: (externalId) => ({ externalId }),
  },
  "requester-pays": {
    shape: /^(1|0|true|false)$/,
    hint: "must be 1 or 0",
    read: (value) => (FLAGS[value] ? { isRequesterPays: true } : {}),
  },
  region: {
    shape: /^[a-z]{2,5}(-[a-z]+)+-\d+$/,
    hint: "isn't a region such as eu-west-1",
    read: (region) => ({ region }),
  },
};

/** Values may be percent-encoded; a plus is a plus. No message repeats a value: it may be a secret in the wrong place. */
function trailOptions(url: string, query: string): TrailOptions {
  const options: TrailOptions = {};
  const seen = new Set<string>();
  for (const part of query.split("&").filter((text) => text !== "")) {
    const [name, encoded = ""] = splitOnce(part, "=");
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (!reader)
      throw new EnvError(`TRAIL_URLS: ${url} has the option "${name}"; there are ${Object.keys(READERS).join(", ")}.`);
    if (seen.has(name)) throw new EnvError(`TRAIL_URLS: ${url} has the option ${name} twice.`);
    seen.add(name);
    const value = decoded(encoded);
    if (value === null || !reader.shape.test(value))
      throw new EnvError(`TRAIL_URLS: ${name} of ${url} ${reader.hint}.`);
    Object.assign(options, reader.read(value));
  }
  if (options.externalId !== undefined && options.role === undefined)
    throw new EnvError(`TRAIL_URLS: ${url} has an external-id but no role that is assumed with it.`);
  return options;
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
