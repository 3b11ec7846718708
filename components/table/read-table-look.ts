import { cookies } from "next/headers";
import { LOOK_COOKIE, parseLook, type TableLook } from "./table-look.ts";

/** How the table was set in this browser. */
export async function readTableLook(): Promise<TableLook> {
  return parseLook((await cookies()).get(LOOK_COOKIE)?.value ?? "");
}
