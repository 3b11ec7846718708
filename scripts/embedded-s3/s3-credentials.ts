import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";

const schema = z.object({ accessKeyId: z.string().min(1), secretAccessKey: z.string().min(1) });

export type S3Credentials = z.infer<typeof schema>;

/** The embedded S3 server's keys: random, made once, in a file that only its owner may read. */
export async function s3Credentials(file: string): Promise<S3Credentials> {
  const made: S3Credentials = {
    accessKeyId: `ASTROLABE${randomBytes(8).toString("hex").toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString("base64url"),
  };
  try {
    await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: "wx" });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return schema.parse(JSON.parse(await readFile(file, "utf8")));
  }
}
