import { QueryClient } from "@tanstack/react-query";

/**
 * The answers that parts of the explorer fetched, for as long as the page is open. Nothing is asked again by itself:
 * an answer as of one commit stays right, and what failed says so and is asked again by a person.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false },
  },
});
