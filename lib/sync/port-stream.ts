import { on } from "node:events";
import type { MessagePort } from "node:worker_threads";

// Bytes from one thread to another, a chunk at a time: the sender waits until the receiver asks for more. No promise
// here outlives its chunk: one that is raced again and again keeps all that it was raced with.

const END = "end";

/** The sending end. Closed without an end, the receiver's loop throws. */
export class PortWriter {
  readonly #port: MessagePort;
  #isClosed = false;
  #wake = (): void => undefined;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on("message", () => this.#wake());
    port.on("close", () => {
      this.#isClosed = true;
      this.#wake();
    });
  }

  /**
   * Resolves when the receiver is done with the chunk; false when it wants no more. The chunk has memory of its own, which
   * goes over without a copy and can't be used any more.
   */
  async write(bytes: Uint8Array): Promise<boolean> {
    if (this.#isClosed) return false;
    const asked = new Promise<void>((resolve) => (this.#wake = resolve));
    this.#port.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
    await asked;
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
  try {
    for await (const [sent] of on(port, "message", { close: ["close"] }) as AsyncIterable<[Uint8Array | typeof END]>) {
      if (sent === END) return;
      yield sent;
      port.postMessage("more");
    }
    throw new Error("The other thread broke off in the middle.");
  } finally {
    port.close();
  }
}
