"use client";
import { useMemo, useState } from "react";
import { parseRecord } from "./parse-record.ts";
import { ancestorsOf, type RecordNode } from "./record-node.ts";
import { openAtFirst, recordRows, type RecordRow } from "./record-rows.ts";
import { searchRecord, textPattern } from "./search-record.ts";

export type RecordTreeState = {
  rows: readonly RecordRow[];
  isOpen: (node: RecordNode) => boolean;
  setOpen: (nodes: readonly RecordNode[], isOpen: boolean) => void;
  /** The row that keys act on. */
  activeAt: number;
  /** Whether somebody chose it; at first it is only where the keys would begin. */
  isChosen: boolean;
  activate: (node: RecordNode) => void;
  search: {
    text: string;
    set: (text: string) => void;
    pattern: RegExp | null;
    hits: readonly RecordNode[];
    /** The place among the hits; -1 without any. */
    at: number;
    /** To the next hit or the one before, round and round. */
    go: (by: 1 | -1) => void;
  };
};

const NO_HITS: RecordNode[] = [];

/**
 * What is open, active and searched for in a record. All of it is remembered by place and not by value, so that it stays
 * when another record of the shape takes the place of this one.
 */
export function useRecordTree(record: string): RecordTreeState {
  const root = useMemo(() => parseRecord(record), [record]);
  const first = useMemo(() => openAtFirst(root), [root]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [active, setActive] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [hitAt, setHitAt] = useState(0);
  const pattern = useMemo(() => textPattern(text), [text]);
  const hits = useMemo(() => (pattern ? searchRecord(root, pattern) : NO_HITS), [root, pattern]);
  const { rows, isOpen } = useMemo(() => {
    const opens = (node: RecordNode) => chosen.get(node.id) ?? first.has(node.id);
    return { rows: recordRows(root, opens), isOpen: opens };
  }, [root, chosen, first]);

  function setOpen(nodes: readonly RecordNode[], isOpenNow: boolean) {
    setChosen((before) => new Map([...before, ...nodes.map((node) => [node.id, isOpenNow] as const)]));
  }
  function reveal(node: RecordNode | undefined) {
    if (!node) return;
    setOpen(ancestorsOf(node), true);
    setActive(node.id);
  }
  return {
    rows,
    isOpen,
    setOpen,
    activeAt: Math.max(0, active === null ? 0 : rows.findIndex(({ node }) => node.id === active)),
    isChosen: active !== null,
    activate: (node) => setActive(node.id),
    search: {
      text,
      pattern,
      hits,
      at: Math.min(hitAt, hits.length - 1),
      set: (next) => {
        const found = textPattern(next);
        setText(next);
        setHitAt(0);
        reveal(found ? searchRecord(root, found)[0] : undefined);
      },
      go: (by) => {
        if (hits.length === 0) return;
        const next = (Math.min(hitAt, hits.length - 1) + by + hits.length) % hits.length;
        setHitAt(next);
        reveal(hits[next]);
      },
    },
  };
}
