import { once } from "node:events";
import type { MessagePort } from "node:worker_threads";

// Bytes from one thread to another, a chunk at a time: the sender waits until the receiver asks for more.

const END = "end";

/** The sending end. Closed without an end, the receiver's loop throws. */
export class PortWriter {
  readonly #port: MessagePort;
  readonly #closed: Promise<unknown>;
  #isClosed = false;

  constructor(port: MessagePort) {
    this.#port = port;
    this.#closed = once(port, "close").then(() => (this.#isClosed = true));
  }

  /**
   * Resolves when the receiver is done with the chunk; false when it wants no more.
   * @param options.isOurs the chunk has memory of its own, which goes over without a copy and can't be used any more
   */
  async write(bytes: Uint8Array, options: { isOurs?: boolean } = {}): Promise<boolean> {
    if (this.#isClosed) return false;
    const asked = once(this.#port, "message");
    this.#port.postMessage(bytes, options.isOurs ? [bytes.buffer as ArrayBuffer] : []);
    await Promise.race([asked, this.#closed]);
    return !this.#isClosed;
  }

  /** All has been written. */
  end(): void {
    if (!this.#isClosed) this.#port.postMessage(END);
  }

  close(): void {
    this.#port.close();
  }
}

/** The receiving end; leaving the loop early tells the sender. */
export async function* readPort(port: MessagePort): AsyncGenerator<Uint8Array> {
  const closed = once(port, "close").then(() => null);
  try {
    for (;;) {
      const message = once(port, "message").then(([sent]: unknown[]) => sent as Uint8Array | typeof END);
      const sent = await Promise.race([message, closed]);
      if (sent === END) return;
      if (sent === null) throw new Error("The other thread broke off in the middle.");
      yield sent;
      port.postMessage("more");
    }
  } finally {
    port.close();
  }
}
