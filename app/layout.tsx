import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/jetbrains-mono/index.css";
import "./globals.css";
import type { Metadata } from "next";
import { type ReactNode, Suspense } from "react";
import { Document } from "#components/shell/document.tsx";

export const metadata: Metadata = {
  title: { default: "Astrolabe", template: "%s · Astrolabe" },
  description: "Who did what to which CodeStar project, when and from where",
  robots: { index: false, follow: false },
};

/** Nothing is prerendered: a prerendered shell could not carry the nonce that the content policy asks of every script. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={null}>
      <Document>{children}</Document>
    </Suspense>
  );
}
