import { expect, it } from "vitest";
import { networkOf } from "./network-of.ts";

it.each([
  ["198.51.100.77", "198.51.100.0/24"],
  ["::ffff:198.51.100.77", "198.51.100.0/24"],
  ["2001:0db8:0001:2::7", "2001:db8:1::/48"],
  ["2001:db8::7", "2001:db8:0::/48"],
  ["::1", "0:0:0::/48"],
  ["codestar.amazonaws.com", null],
  ["AWS Internal", null],
  ["1.2.3", null],
  ["", null],
  [undefined, null],
])("%s is in %s", (address, network) => expect(networkOf(address)).toBe(network));
