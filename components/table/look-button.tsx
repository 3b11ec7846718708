"use client";
import { Columns3 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { lazyPart } from "#components/ui/lazy-part.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { TableLook } from "./table-look.ts";
import { useTableLook } from "./use-table-look.ts";

const LookPanel = lazyPart(() => import("./look-panel.tsx").then((module) => module.LookPanel), {
  name: "The choice of columns",
  loading: <div className="h-96 w-72" />,
});

/** Which columns the table has, and how high its rows are. */
export function LookButton({ look: first }: { look: TableLook }) {
  const look = useTableLook(first);
  const [isOpen, setOpen] = useState(false);
  const trigger = (
    <Button className="max-md:hidden">
      <Columns3 className="size-3.5" aria-hidden="true" />
      Columns
    </Button>
  );
  return (
    <Popover label="Columns" align="end" isOpen={isOpen} onOpenChange={setOpen} trigger={trigger}>
      <LookPanel look={look} />
    </Popover>
  );
}
