/** @type {import('next').NextConfig} */
const nextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // proxy.ts does it, after it has seen who asks.
  skipTrailingSlashRedirect: true,
};
export default nextConfig;
