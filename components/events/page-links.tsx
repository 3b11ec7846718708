import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";

type Props = { newest: string | null; newer: string | null; older: string | null; oldest: string | null };

/** Ways along the list; one that leads nowhere stays in its place. */
export function PageLinks({ newest, newer, older, oldest }: Props) {
  return (
    <nav aria-label="Pages" className="flex items-center gap-1 print:hidden">
      <PageLink label="Newest" href={newest} icon={ChevronFirst} />
      <PageLink label="Newer" href={newer} icon={ChevronLeft} />
      <PageLink label="Older" href={older} icon={ChevronRight} isAfter />
      <PageLink label="Oldest" href={oldest} icon={ChevronLast} isAfter />
    </nav>
  );
}

function PageLink({
  label,
  href,
  icon: Icon,
  isAfter = false,
}: {
  label: string;
  href: string | null;
  icon: LucideIcon;
  isAfter?: boolean;
}) {
  const icon = <Icon className="size-3.5" aria-hidden="true" />;
  const content = (
    <>
      {!isAfter && icon}
      {label}
      {isAfter && icon}
    </>
  );
  if (href === null) return <Button disabled>{content}</Button>;
  return (
    <Button asChild>
      <Link href={href} prefetch={false}>
        {content}
      </Link>
    </Button>
  );
}
