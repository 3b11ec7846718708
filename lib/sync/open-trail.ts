import { fileTrail } from "./file-trail.ts";
import { s3Trail } from "./s3-trail.ts";
import { trailAddress } from "./trail-address.ts";
import type { TrailSource } from "./trail-source.ts";

/** The source of a trail by its URL (`s3://bucket[/prefix]` or `file:///folder`). Nothing is read yet. */
export function openTrail(url: string): TrailSource {
  const address = trailAddress(url);
  return address.kind === "s3" ? s3Trail(address) : fileTrail(address);
}
