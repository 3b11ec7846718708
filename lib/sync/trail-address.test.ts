import { describe, expect, it } from "vitest";
import { EnvError } from "#lib/env.ts";
import { trailAddress, trailAddresses } from "./trail-address.ts";

const ROLE = "arn:aws:iam::111122223333:role/path/reads+logs";

describe("trailAddress", () => {
  it("takes options out of the trail's name", () => {
    const plain = trailAddress("s3://bucket/a/b");
    const address = trailAddress(
      `s3://bucket//a/b/?role=${ROLE}&external-id=a+b%2F:c=d&requester-pays=1&region=us-gov-west-1`,
    );
    expect(address).toEqual({
      ...plain,
      options: { role: ROLE, externalId: "a+b/:c=d", isRequesterPays: true, region: "us-gov-west-1" },
    });
    expect(address).toMatchObject({ url: "s3://bucket/a/b", bucket: "bucket", prefix: "a/b/" });
    expect(trailAddress("s3://bucket?requester-pays=0")).toMatchObject({ url: "s3://bucket", options: {} });
  });

  it.each([
    [
      "?colour=red",
      /^TRAIL_URLS: s3:\/\/bucket\/p has the option "colour"; there are role, external-id, requester-pays/,
    ],
    ["?constructor=x", /the option "constructor"/],
    ["?role=reader", /^TRAIL_URLS: role of s3:\/\/bucket\/p isn't a role's ARN/],
    ["?role=%E0%A4%A", /isn't a role's ARN/],
    [`?role=${ROLE}&role=${ROLE}`, /the option role twice/],
    ["?external-id=hush-hush", /an external-id but no role/],
    [`?role=${ROLE}&external-id=hush%20hush`, /external-id of s3:\/\/bucket\/p isn't an external id/],
    ["?requester-pays=yes", /requester-pays of .* must be 1 or 0/],
    ["?region=Ireland", /region of .* isn't a region/],
  ])("refuses %s with a sentence that shows no value", (query, sentence) => {
    const refuse = () => trailAddress(`s3://bucket/p${query}`);
    expect(refuse).toThrow(EnvError);
    expect(refuse).toThrow(sentence);
    expect(refuse).not.toThrow(/hush/);
  });

  it("refuses options of a folder", () => {
    expect(() => trailAddress("file:///srv/copy?region=eu-west-1")).toThrow(/file:\/\/\/srv\/copy takes no options/);
    expect(trailAddress("file:///srv/copy%3F")).toMatchObject({ folder: "/srv/copy?" });
  });
});

describe("trailAddresses", () => {
  it("gives each trail once, and refuses one with two minds", () => {
    expect(trailAddresses(["s3://b/p", "s3://b/p/", "s3://a"]).map(({ url }) => url)).toEqual(["s3://b/p", "s3://a"]);
    expect(() => trailAddresses(["s3://b/p", "s3://b/p?region=eu-west-1"])).toThrow(
      "TRAIL_URLS has s3://b/p twice with different options; give it once.",
    );
  });
});
