"use client";
import { createContext, type ReactNode, useContext } from "react";
import { TextLink } from "#components/ui/text-link.tsx";

/** Of the rows of a grid: whether their links are stops of the Tab key. Elsewhere links are links. */
export const RowLinks = createContext<{ tabIndex: 0 | -1 } | null>(null);

type Props = {
  href: string;
  title: string;
  className: string;
  children: ReactNode;
  /** It opens the row's event. */ isOpening?: boolean;
};

/**
 * A value of a row that leads somewhere. In a grid, which mounts rows by the hundred while it is scrolled, it is a bare
 * link, and the grid follows it.
 */
export function RowLink({ href, title, className, children, isOpening = false }: Props) {
  const inGrid = useContext(RowLinks);
  if (inGrid === null) {
    return (
      <TextLink href={href} title={title} className={className}>
        {children}
      </TextLink>
    );
  }
  return (
    <a
      href={href}
      title={title}
      tabIndex={inGrid.tabIndex}
      data-opens={isOpening || undefined}
      className={`underline-offset-2 decoration-line-strong hover:text-brass hover:underline ${className}`}
    >
      {children}
    </a>
  );
}
