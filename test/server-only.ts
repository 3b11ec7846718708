import path from "node:path";
import type { SourceFile } from "./source-file.ts";

/** The places that may never reach a browser. */
export const SERVER_ONLY = /^lib\/(db|s3|sqs|sync)\/|^lib\/[^/]+\/queries\/|^lib\/env\.ts$|^scripts\//;

/**
 * The chains of imports by which browser code would pull in server code: from each file with `"use client"` through
 * everything it imports at run time (types are gone by then) to a file that must stay on the server.
 */
export function serverCodeInBrowser(sources: SourceFile[]): string[] {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const chains: string[] = [];
  const seen = new Set<string>();
  const visit = (source: SourceFile, chain: string[]): void => {
    for (const target of source.imported.flatMap((request) => resolve(source.file, request) ?? [])) {
      const next = [...chain, target];
      if (SERVER_ONLY.test(target)) chains.push(next.join(" → "));
      else if (!seen.has(target)) {
        seen.add(target);
        const found = byFile.get(target);
        if (found) visit(found, next);
      }
    }
  };
  for (const source of sources.filter(({ directive }) => directive === "use client")) visit(source, [source.file]);
  return chains;
}

function resolve(from: string, request: string): string | undefined {
  if (request.startsWith("#")) return request.slice(1);
  if (request.startsWith(".")) return path.posix.join(path.posix.dirname(from), request);
  return undefined;
}
