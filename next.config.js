/** @type {import('next').NextConfig} */
const nextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // proxy.ts does it, after it has seen who asks.
  skipTrailingSlashRedirect: true,
  // Without it, asking for another list while the server is away trades what is shown for the browser's error page.
  experimental: { useOffline: true },
};
export default nextConfig;
