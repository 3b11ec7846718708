import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";

const OPTIONS = { maxSockets: 64, keepAlive: true };

/** The connections of one client, to S3 and to STS. */
export class Connections {
  readonly httpAgent = new HttpAgent(OPTIONS);
  readonly httpsAgent = new HttpsAgent(OPTIONS);

  /** Closes each as soon as nothing uses it: at once, or at the end of the request or body that is on its way. */
  letGo(): void {
    for (const agent of [this.httpAgent, this.httpsAgent]) {
      agent.keepSocketAlive = () => false;
      for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
    }
  }
}
