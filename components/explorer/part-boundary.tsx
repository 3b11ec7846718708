"use client";
import { Component, type ReactNode } from "react";

type Props = { /** What is missing without it: "The timeline". */ name: string; children: ReactNode };

/** A part of the page whose loss leaves the others: a connection that breaks while it is on its way takes it alone. */
export class PartBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <p className="py-1 text-ink-soft">{this.props.name} could not be loaded; reload the page to try again.</p>;
  }
}
