/** Request line and headers together. AWS: Quotas for HTTP APIs. */
export const headBytesMax = 10_240;

/** The body of a request, and of an HTTP backend's answer. */
export const bodyBytesMax = 10 * 1024 * 1024;

/** The event that a function is called with. */
export const eventBytesMax = 6 * 1024 * 1024;
