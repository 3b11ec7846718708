import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { yardstick } from "./yardstick.ts";

// What one would write in a shell, on as many processes as there are cores.

const input = z.object({ files: z.array(z.string()), sources: z.array(z.string()) });

await yardstick(input, async ({ files, sources }) => {
  const waiting = files[Symbol.iterator]();
  const filter = `.Records[] | select(.eventSource | IN(${sources.map((source) => JSON.stringify(source)).join(", ")}))`;
  const started = performance.now();
  const parts = await Promise.all(Array.from({ length: availableParallelism() }, () => filterSome(waiting, filter)));
  const elapsedMs = performance.now() - started;
  const sum = (name: "count" | "bytes") => parts.reduce((total, part) => total + part[name], 0);
  return { elapsedMs, count: sum("count"), bytes: sum("bytes") };
});

/** One jq, which gets the content of files one after the other. */
async function filterSome(files: Iterator<string, undefined> & Iterable<string>, filter: string) {
  const jq = spawn("jq", ["-c", filter], { stdio: ["pipe", "pipe", "inherit"] });
  let [count, bytes] = [0, 0];
  jq.stdout.on("data", (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
  });
  const ended = once(jq, "close");
  for (const file of files) {
    const content = createReadStream(file).pipe(createGunzip({ chunkSize: 256 * 1024 }));
    for await (const chunk of content as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (!jq.stdin.write(chunk)) await once(jq.stdin, "drain");
    }
  }
  jq.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`jq ended with code ${code}.`);
  return { count, bytes };
}
