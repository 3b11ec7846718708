const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** A name or address (IPv6 in brackets), then perhaps a port. */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/;

/**
 * Whether the site answers to this `Host` header: a loopback name, or one of `allowedHosts`; a page of somebody else
 * whose name was made to resolve to this machine (DNS rebinding) comes with its own name.
 * @param allowedHosts names that stand for any port, or `name:port`
 */
export function isAllowedHost(host: string | null, allowedHosts: readonly string[]): boolean {
  const [, name, port] = HOST.exec((host ?? "").toLowerCase()) ?? [];
  if (name === undefined) return false;
  const allowed = allowedHosts.map((entry) => entry.toLowerCase());
  return (
    LOOPBACK.includes(name) || allowed.includes(name) || (port !== undefined && allowed.includes(`${name}:${port}`))
  );
}
