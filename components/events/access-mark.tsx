import { Eye, Pencil } from "lucide-react";
import { Mark } from "#components/ui/mark.tsx";

/** Read or write, by shape and word. */
export function AccessMark({ access }: { access: "read" | "write" }) {
  const isWrite = access === "write";
  return (
    <Mark icon={isWrite ? Pencil : Eye} className={isWrite ? "text-write" : "text-ink-soft"}>
      {isWrite ? "Write" : "Read"}
    </Mark>
  );
}
