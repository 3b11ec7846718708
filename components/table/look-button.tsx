"use client";
import { Columns3 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { TableLook } from "./table-look.ts";
import { useTableLook } from "./use-table-look.ts";

const LookPanel = lazy(async () => ({ default: (await import("./look-panel.tsx")).LookPanel }));

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
      <Suspense fallback={<div className="h-96 w-72" />}>
        <LookPanel look={look} />
      </Suspense>
    </Popover>
  );
}
