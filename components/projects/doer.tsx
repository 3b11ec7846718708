import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** Who made a call: leads to their page. */
export function Doer({ event }: { event: { principalName: string; principalRef: number } }) {
  return (
    <TextLink href={`/principals/${event.principalRef}`}>
      <SafeText text={event.principalName} />
    </TextLink>
  );
}
