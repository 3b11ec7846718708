"use client";
import { X } from "lucide-react";
import { FocusScope } from "radix-ui/internal";
import { type CSSProperties, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useFilter } from "#components/events/use-filter.ts";
import { followedLink } from "#components/explorer/followed-link.ts";
import { useOpenEvent } from "#components/explorer/use-open-event.ts";
import { setCookie } from "#components/shell/set-cookie.ts";
import { useMedia } from "#components/shell/use-media.ts";
import { Button } from "#components/ui/button.tsx";
import { PanelEdge } from "./panel-edge.tsx";
import { panelLink } from "./panel-link.ts";
import { usePanelKeys } from "./use-panel-keys.ts";

const FIRST_WIDTH = 480;

/**
 * The place of the open event: a column whose width is remembered, and below 1024 px a drawer over the page, which keeps
 * the focus until it is closed. Links to events and to filters inside it stay on the page.
 */
export function PanelFrame({
  width: given = FIRST_WIDTH,
  children,
}: {
  width: number | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(given);
  const isDrawer = useMedia("(width < 64rem)") ?? false;
  const { filter, apply } = useFilter();
  const { open, close } = useOpenEvent();
  const back = usePanelKeys(panel);

  useEffect(() => {
    if (isDrawer) panel.current?.focus();
  }, [isDrawer]);

  function onClickCapture(event: MouseEvent) {
    const link = followedLink(event);
    const led = link && panelLink(link, filter);
    if (led === null) return;
    event.preventDefault();
    if ("open" in led) open(led.open);
    else apply(led.filter);
  }
  return (
    <>
      {/* A way out by mouse; the keyboard has Escape and the button. */}
      {isDrawer && <div className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.4)]" aria-hidden="true" onClick={close} />}
      <FocusScope.Root
        asChild
        trapped={isDrawer}
        loop={isDrawer}
        onMountAutoFocus={(event) => event.preventDefault()}
        onUnmountAutoFocus={(event) => {
          event.preventDefault();
          back();
        }}
      >
        <section
          ref={panel}
          id={id}
          data-open-event=""
          role={isDrawer ? "dialog" : "complementary"}
          aria-modal={isDrawer || undefined}
          aria-label="Event"
          tabIndex={-1}
          style={{ "--panel-width": `${width}px` } as CSSProperties}
          className="relative flex min-h-0 flex-col bg-paper outline-none max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-40 max-lg:w-full max-lg:max-w-lg max-lg:overscroll-contain lg:h-full lg:w-(--panel-width) lg:min-w-80 lg:shrink border-l border-line print:hidden"
          onClickCapture={onClickCapture}
        >
          <PanelEdge
            controls={id}
            width={width}
            onWidth={(next, isDone) => {
              setWidth(next);
              if (isDone) setCookie("panel", String(next));
            }}
          />
          <Button
            variant="quiet"
            className="absolute right-2 top-2 z-10 size-8 px-0"
            title="Close (Esc)"
            onClick={close}
          >
            <X className="size-4" aria-hidden="true" />
            <span className="sr-only">Close the event</span>
          </Button>
          {children}
        </section>
      </FocusScope.Root>
    </>
  );
}
