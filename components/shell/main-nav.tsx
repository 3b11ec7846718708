"use client";
import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PLACES = [
  { href: "/", label: "Overview" },
  { href: "/events", label: "Events" },
  { href: "/projects", label: "Projects" },
  { href: "/principals", label: "Principals" },
  { href: "/findings", label: "Findings" },
  { href: "/sync", label: "Sync" },
] as const;

/** The six places; on a narrow page a row of its own. */
export function MainNav() {
  const path = usePathname();
  return (
    <nav
      aria-label="Main"
      className="order-last -mx-2 flex basis-full max-sm:overflow-x-auto sm:order-none sm:basis-auto print:hidden"
    >
      {PLACES.map(({ href, label }) => {
        const isHere = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={clsx(
              "flex h-10 items-center border-b-2 px-1.5 sm:h-12 sm:px-2",
              isHere ? "border-brass font-medium text-ink" : "border-transparent text-ink-soft hover:text-ink",
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
