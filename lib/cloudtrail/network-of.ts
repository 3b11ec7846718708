import { z } from "zod";

const GROUPS = 8;
const { ipv4: IPV4, ipv6: IPV6 } = z.regexes;

/**
 * The network of an address, /24 for IPv4 and /48 for IPv6, in CIDR notation; null for what is no address, such as a
 * service's name. An IPv4 address in IPv6's clothes counts as IPv4.
 */
export function networkOf(address: string | null | undefined): string | null {
  if (!address) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (IPV4.test(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (!plain.includes(":") || !IPV6.test(plain)) return null;
  const [head = "", tail] = plain.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : GROUPS - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return `${groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/48`;
}
