import type { z } from "zod";
import { RequestError } from "#lib/events/request-error.ts";

const LONGEST_BODY = 32_000;

/**
 * What a request brings as JSON, checked.
 * @throws RequestError that names every part that is wrong.
 */
export async function readBody<Value>(request: Request, schema: z.ZodType<Value>): Promise<Value> {
  const text = await shortText(request);
  let json: unknown;
  try {
    json = JSON.parse(text ?? "");
  } catch {
    const message = text === null ? `the body is longer than ${LONGEST_BODY} bytes` : "the body must be JSON";
    throw new RequestError({ name: "body", value: "", message });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => {
    const name = path.join(".") || "body";
    return { name, value: "", message: path.length === 0 ? message : `${name} ${message}` };
  });
  throw new RequestError(...problems);
}

/** No more is read than may come. */
async function shortText(request: Request): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += (chunk as Uint8Array).byteLength;
    if (bytes > LONGEST_BODY) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
