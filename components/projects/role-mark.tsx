import { cn } from "#components/ui/cn.ts";
import { SafeText } from "#components/text/safe-text.tsx";

/** How a role is drawn: by how much of it is filled, so that it needs no colour. */
export function roleStyle(role: string | null): string {
  if (role === "Owner") return "border-ink bg-ink text-paper";
  if (role === "Contributor") return "border-line-strong bg-line text-ink";
  if (role === "Viewer") return "border-line-strong bg-paper text-ink";
  return "border-dashed border-line-strong bg-paper text-ink";
}

/** The words for a role. */
export function roleText(role: string | null): string {
  return role ?? "role unknown";
}

/** The words for remote access. */
export function remoteText(remoteAccess: boolean | null): string {
  return remoteAccess === null ? "not said" : remoteAccess ? "yes" : "no";
}

/** A role, as it is drawn among the bars and in words. */
export function RoleMark({ role }: { role: string | null }) {
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <span className={cn("h-3 w-4 shrink-0 border [print-color-adjust:exact]", roleStyle(role))} aria-hidden="true" />
      {role === null ? <span className="text-ink-soft">role unknown</span> : <SafeText text={role} />}
    </span>
  );
}
