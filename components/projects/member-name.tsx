import { parseArn } from "#lib/cloudtrail/arn.ts";
import { subjectHref } from "#components/principals/subject-href.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** A user's name out of their ARN, without its path; what isn't an ARN as it is. */
export function nameOfMember(userArn: string): string {
  const arn = parseArn(userArn);
  return arn?.resource.split("/").at(-1) || userArn;
}

type Props = {
  userArn: string;
  /** Of the project: a user of another account says so; left out where there is no room for it. */ account?: string;
};

/** Somebody in a team: leads to what was done to them. */
export function MemberName({ userArn, account }: Props) {
  const own = parseArn(userArn)?.accountId;
  return (
    <span className="flex min-w-0 items-baseline gap-x-2">
      <TextLink
        className="min-w-0 truncate font-medium"
        href={subjectHref(userArn)}
        title={`${visibleText(userArn)}: what was done to them, and their teams`}
      >
        <SafeText text={nameOfMember(userArn)} />
      </TextLink>
      {account !== undefined && own !== undefined && own !== "" && own !== account && (
        <span className="shrink-0 font-mono text-small text-ink-soft" title="A user of another account">
          <SafeText text={own} />
        </span>
      )}
    </span>
  );
}
