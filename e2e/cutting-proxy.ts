import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export type CuttingProxy = { url: string; stop: () => Promise<void> };

/**
 * Stands before a site as a network would, and cuts the connection after so many bytes of an answer to a request that
 * the expression knows.
 */
export async function startCuttingProxy(siteUrl: string, asked: RegExp, afterBytes: number): Promise<CuttingProxy> {
  const { hostname, port } = new URL(siteUrl);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const site = connect(Number(port), hostname);
    let left = Infinity;
    const end = () => {
      client.destroy();
      site.destroy();
    };
    for (const socket of [client, site]) {
      sockets.add(socket);
      socket.on("error", end).on("close", end);
    }
    client.on("data", (bytes: Buffer) => {
      left = asked.test(bytes.toString("latin1")) ? afterBytes : Infinity;
      site.write(bytes);
    });
    site.on("data", (bytes: Buffer) => {
      const part = bytes.subarray(0, Math.min(left, bytes.length));
      left -= part.length;
      if (left > 0) client.write(part);
      // What was sent before a cut has been read when the cut is noticed, which throws away what waits to be.
      else client.write(part, () => setTimeout(end, 3000));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
