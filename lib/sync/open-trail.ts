import { fileTrail } from "./file-trail.ts";
import { s3Trail } from "./s3-trail.ts";
import { trailAddress, type TrailAddress } from "./trail-address.ts";
import type { TrailSource } from "./trail-source.ts";

/** The source of a trail by its `TRAIL_URLS` entry (`s3://bucket[/prefix][?options]` or `file:///folder`). Nothing is read yet. */
export function openTrail(given: string | TrailAddress): TrailSource {
  const address = typeof given === "string" ? trailAddress(given) : given;
  return address.kind === "s3" ? s3Trail(address) : fileTrail(address);
}
