"use client";
import type { ComponentProps } from "react";
import { TimelineBars } from "./timeline-bars.tsx";
import { TimelineCursor } from "./timeline-cursor.tsx";
import { TimelineSlivers } from "./timeline-slivers.tsx";

/** The bars and what is done with them. */
export function TimelinePlot(props: ComponentProps<typeof TimelineCursor>) {
  return (
    <>
      <TimelineBars stack={props.stack} />
      <TimelineSlivers stack={props.stack} />
      {props.stack.starts.length > 0 && <TimelineCursor {...props} />}
    </>
  );
}
