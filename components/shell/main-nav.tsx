"use client";
import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PLACES = [
  { href: "/", label: "Overview" },
  { href: "/events", label: "Events" },
  { href: "/projects", label: "Projects" },
  { href: "/principals", label: "Principals" },
  { href: "/resources", label: "Resources" },
  { href: "/findings", label: "Findings" },
  { href: "/sync", label: "Sync" },
] as const;

/** The seven places; on a narrow page a row of its own. */
export function MainNav() {
  const path = usePathname();
  return (
    <nav
      aria-label="Main"
      className="order-last -mx-1.5 flex basis-full max-md:overflow-x-auto md:order-none md:basis-auto lg:-mx-2 print:hidden"
    >
      {PLACES.map(({ href, label }) => {
        const isHere = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={clsx(
              "flex h-10 items-center border-b-2 px-1.5 max-lg:text-small md:h-12 lg:px-2",
              // On a phone the brand leads there, and the others need the room.
              href === "/" && "max-sm:hidden",
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
