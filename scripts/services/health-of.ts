import { get } from "node:http";

const LIMIT_MS = 5_000;

/** What `GET /api/health` says. */
export function healthOf(host: string, port: number): Promise<{ isWell: boolean; reason: string }> {
  // What listens everywhere is asked at home.
  const address = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host.replaceAll(/[[\]]/g, "");
  return new Promise((resolve) => {
    const request = get(
      // A loopback name is always answered, whatever ALLOWED_HOSTS says.
      { host: address, port, path: "/api/health", headers: { host: `localhost:${port}` }, timeout: LIMIT_MS },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (text: string) => (body += text));
        response.on("end", () => resolve({ isWell: response.statusCode === 200, reason: body.slice(0, 300) }));
      },
    );
    request.on("timeout", () => request.destroy(new Error("no answer")));
    request.on("error", (error) => resolve({ isWell: false, reason: error.message }));
  });
}
