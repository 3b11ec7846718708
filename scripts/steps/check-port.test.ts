import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { checkPort } from "./check-port.ts";

test("a port in use, and an address of another machine, are said in one sentence", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await expect(checkPort("127.0.0.1", port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use by another program`);
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPort("127.0.0.1", port)).resolves.toBeUndefined();
  await expect(checkPort("192.0.2.1", port)).rejects.toThrow("HOST=192.0.2.1 is no address of this machine");
});
