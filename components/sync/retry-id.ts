/**
 * Which file a retry form means: the one whose number it carries, or all that failed.
 * @throws Error when it carries something else; no form of ours does.
 */
export function retryId(form: FormData): number | "all" {
  const id = form.get("id");
  if (id === null) return "all";
  if (typeof id === "string" && /^\d{1,15}$/.test(id)) return Number(id);
  throw new Error("That is no log file's number.");
}
