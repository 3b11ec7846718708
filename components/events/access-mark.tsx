import { Eye, Pencil } from "lucide-react";

/** Read or write, by shape and word. */
export function AccessMark({ access }: { access: "read" | "write" }) {
  const isWrite = access === "write";
  const Icon = isWrite ? Pencil : Eye;
  return (
    <span className={`inline-flex items-center gap-1 ${isWrite ? "text-write" : "text-ink-soft"}`}>
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      {isWrite ? "Write" : "Read"}
    </span>
  );
}
