"use client";
import { Component, type ReactNode } from "react";

type State = { hasFailed: boolean };
type Props = { /** What is missing without it: "The timeline". */ name: string; children: ReactNode };

/**
 * A part of the page whose loss leaves the others: a connection that breaks while it is on its way takes it alone, until
 * the server sends it anew.
 */
export class PartBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidUpdate(before: Props, { hasFailed }: State) {
    // What has just failed isn't tried a second time.
    // oxlint-disable-next-line react/no-did-update-set-state -- at most once for each time the server sends it
    if (hasFailed && before.children !== this.props.children) this.setState({ hasFailed: false });
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <p className="py-1 text-ink-soft">{this.props.name} could not be loaded; reload the page to try again.</p>;
  }
}
