import { createServer } from "node:net";
import { Refusal } from "./refusal.mjs";

/**
 * Whether the web can listen there, tried before anything else is done.
 * @throws Refusal with what to do.
 */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once("error", reject);
      probe.listen(port, host, resolve);
    });
  } catch (error) {
    throw new Refusal(sentence((error as NodeJS.ErrnoException).code ?? "", host, port));
  }
  await new Promise((resolve) => probe.close(resolve));
}

function sentence(code: string, host: string, port: number): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} on ${host} is in use by another program; end it, or choose another port: PORT=${port + 1} npm start.`;
  }
  if (code === "EACCES")
    return `Port ${port} may not be used by this user; choose one above 1023: PORT=3000 npm start.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `HOST=${host} is no address of this machine; leave it unset for 127.0.0.1.`;
  }
  return `Nothing can listen on ${host}:${port} (${code}); set HOST or PORT to something else.`;
}
