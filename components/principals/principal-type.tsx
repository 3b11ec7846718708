import { SafeText } from "#components/text/safe-text.tsx";

/** `userIdentity.type`, set apart from the name it stands beside. */
export function PrincipalType({ type }: { type: string }) {
  return (
    <span className="max-w-48 shrink-0 truncate rounded-sm border border-line px-1 text-small text-ink-soft">
      <SafeText text={type} />
    </span>
  );
}
