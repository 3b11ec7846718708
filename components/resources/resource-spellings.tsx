import { otherSpelling } from "#lib/codestar/resource-key.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** The ARNs that records call a resource by. One that none has is said to be the same resource's, too. */
export function ResourceSpellings({ arn, spellings }: { arn: string; spellings: readonly string[] }) {
  const shown = spellings.length === 0 ? [arn] : spellings;
  const missing = shown.length === 1 ? otherSpelling(shown[0] ?? arn) : null;
  return (
    <div className="font-mono text-small text-ink-soft">
      {shown.map((spelling, index) => (
        <p key={spelling} className="flex items-center">
          <span className="[overflow-wrap:anywhere]">
            {index > 0 && <span className="font-sans">also </span>}
            <SafeText text={spelling} />
          </span>
          <CopyButton isSmall label="Copy" text={spelling} />
        </p>
      ))}
      {missing !== null && (
        <p className="font-sans">
          With <span className="font-mono">{missing.split(":")[2]}</span> in its ARN it is the same resource; no record
          here spells it so.
        </p>
      )}
    </div>
  );
}
